import type { EntityManager } from '@mikro-orm/core';
import { rows } from '../database/rows.ts';
import { sql } from '../database/sql.ts';
import type { Actor } from './event.entity.ts';
import type { Counts, Fact } from './transact.ts';

export interface Counted {
  /** The last event's. */
  readonly number: number;
  readonly tally: number;
  /** What it counts: a later key than the one asked for when that has begun meanwhile. */
  readonly tallyKey: string;
  readonly revision: number;
}

/**
 * Two statements on purpose: the second one's snapshot is taken after the counter is locked,
 * so the `previous` numbers it looks up include everything committed before.
 */
export async function record(
  em: EntityManager,
  stream: string,
  facts: readonly Fact[],
  { tally, revise }: Counts,
  by: Actor = { actorKind: null, actorId: null },
): Promise<Counted> {
  const counted = await count(em, stream, facts.length, tally ?? null, revise ? 1 : 0);
  if (facts.length > 0) await insert(em, stream, facts, counted.number - facts.length, by);
  return counted;
}

async function count(
  em: EntityManager,
  stream: string,
  events: number,
  tally: string | null,
  revise: number,
): Promise<Counted> {
  const [row] = await rows<{ last_number: string; tally: number; tally_key: string; revision: number }>(
    em,
    sql`
    insert into event_stream as s (id, last_number, tally_key, tally, revision)
    values (${stream}, ${events}::bigint, coalesce(${tally}::text, ''), case when ${tally}::text is null then 0 else 1 end, ${revise}::int)
    on conflict (id) do update set
      last_number = s.last_number + excluded.last_number,
      revision = s.revision + excluded.revision,
      tally_key = greatest(s.tally_key collate "C", excluded.tally_key collate "C"),
      tally = case when excluded.tally = 0 then s.tally when s.tally_key collate "C" >= excluded.tally_key then s.tally + 1 else 1 end
    returning last_number, tally, tally_key, revision`,
  );
  return {
    number: Number(row!.last_number),
    tally: row!.tally,
    tallyKey: row!.tally_key,
    revision: row!.revision,
  };
}

async function insert(
  em: EntityManager,
  stream: string,
  facts: readonly Fact[],
  before: number,
  { actorKind, actorId }: Actor,
): Promise<void> {
  const events = facts.map(({ kind, subject, data = {} }, index) => ({
    number: before + index + 1,
    topic: kind.split('.')[0],
    kind,
    subject,
    data,
  }));
  await rows(
    em,
    sql`
    insert into event (stream, number, topic, kind, subject, data, previous, subject_previous, at, actor_kind, actor_id)
    select ${stream}::uuid, n.number, n.topic, n.kind, n.subject, n.data,
      coalesce(
        lag(n.number) over (partition by n.topic order by n.number),
        (select max(e.number) from event e where e.stream = ${stream}::uuid and e.topic = n.topic),
        0),
      coalesce(
        lag(n.number) over (partition by n.topic, n.subject order by n.number),
        (select max(e.number) from event e where e.stream = ${stream}::uuid and e.topic = n.topic and e.subject = n.subject),
        0),
      now(), ${actorKind}::text, ${actorId}::uuid
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as n (number bigint, topic text, kind text, subject uuid, data jsonb)`,
  );
}
