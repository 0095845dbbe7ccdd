import type { EntityManager } from '@mikro-orm/core';
import { rows } from '../database/rows.ts';
import { sql } from '../database/sql.ts';
import type { Actor, EventData } from './event.entity.ts';

/** An event as history tells it: what and when, and as whom; by nobody in particular where the house itself did it. */
export interface Deed extends Actor {
  readonly kind: string;
  readonly data: EventData;
  readonly at: Date;
}

/** What happened to something, oldest first, at most the latest `limit`; what is older than events are kept is gone. */
export async function historyOf(
  em: EntityManager,
  stream: string,
  topic: string,
  subject: string,
  limit: number,
): Promise<Deed[]> {
  const found = await rows<Omit<Deed, 'at'> & { at: string | Date }>(
    em,
    sql`
    select kind, data, at, actor_kind as "actorKind", actor_id as "actorId"
    from event where stream = ${stream} and topic = ${topic} and subject = ${subject}
    order by number desc limit ${limit}`,
  );
  return found.reverse().map(({ at, ...rest }) => ({ ...rest, at: new Date(at) }));
}
