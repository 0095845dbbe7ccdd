import type { EntityManager } from '@mikro-orm/core';
import { rows } from '../database/rows.ts';
import { sql } from '../database/sql.ts';
import { fingerprint } from './fingerprint.ts';
import type { OnceKey } from './recall.ts';

/** What a call with this key and this input has made, in whatever stream, or null. Takes no key. */
export async function earlierMade(
  em: EntityManager,
  { viewer, field, key, input }: Omit<OnceKey, 'makes' | 'within'>,
): Promise<string | null> {
  const [earlier] = await rows<{ made_id: string }>(
    em,
    sql`
    select made_id from idempotency_key
    where viewer = ${viewer} and field = ${field} and key = ${key} and fingerprint = ${fingerprint(input)}
      and created_at >= now() - interval '24 hours'`,
  );
  return earlier?.made_id ?? null;
}
