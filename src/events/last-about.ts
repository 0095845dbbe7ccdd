import { rows } from '../database/rows.ts';
import { sql } from '../database/sql.ts';
import type { Context } from '../viewer.ts';

/** The kind of the last event of a topic about something, or null: there was none, or it is older than events are kept. */
export async function lastAbout(
  { em }: Pick<Context, 'em'>,
  stream: string,
  topic: string,
  subject: string,
): Promise<string | null> {
  const [last] = await rows<{ kind: string }>(
    em,
    sql`
    select kind from event where stream = ${stream} and topic = ${topic} and subject = ${subject}
    order by number desc limit 1`,
  );
  return last?.kind ?? null;
}
