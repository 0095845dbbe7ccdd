import { AuditEntry } from '../audit/audit-entry.entity.ts';
import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { Event } from '../events/event.entity.ts';
import type { Context } from '../viewer.ts';
import { findMe } from './find-me.ts';
import type { HeldElsewhere, Lists, Slice } from './held-elsewhere.ts';
import type { Person } from './person.entity.ts';

/** Of each list in one part: nearly everybody's document is whole with the first, and nobody's keeps others waiting. */
const mostOfEach = 500;

/**
 * What is held about the person asking, as one document in parts; but for the hashes of secrets, which are nothing to read. What
 * comes meanwhile stands at the end of its list, so that no part shifts. Throws RATE_LIMITED.
 */
export async function exportMe(
  ctx: Context,
  held: readonly HeldElsewhere[],
  part: number,
): Promise<Record<string, unknown>> {
  const person = await findMe(ctx);
  await ctx.throttle.pass(['export', person.id]);
  const slice = { limit: mostOfEach + 1, offset: (part - 1) * mostOfEach };
  const lists = await listsOf(ctx, person, slice);
  for (const noun of held) Object.assign(lists, await noun.read(ctx, person, slice));
  const { id, email, name, createdAt, verifiedAt, admin } = person;
  return {
    exportedAt: new Date(),
    part,
    nextPart: Object.values(lists).some((list) => list.length > mostOfEach) ? part + 1 : null,
    account: { id, email, name, createdAt, verifiedAt, admin },
    secondFactor: await secondFactorOf(ctx, id),
    ...Object.fromEntries(Object.entries(lists).map(([of, list]) => [of, list.slice(0, mostOfEach)])),
  };
}

async function listsOf({ em }: Context, { id }: Person, { limit, offset }: Slice): Promise<Lists> {
  const sessions = await personal(
    em,
    sql`
    select created_at as "createdAt", expires_at as "expiresAt", ended_at as "endedAt"
    from session where person_id = ${id} order by id limit ${limit}::int offset ${offset}::int`,
  );
  const letters = await personal(
    em,
    sql`
    select purpose, email, name, created_at as "createdAt", expires_at as "expiresAt"
    from account_token where person_id = ${id} order by created_at, secret_hash limit ${limit}::int offset ${offset}::int`,
  );
  const events = await em.find(Event, { stream: id }, { orderBy: { number: 'asc' }, limit, offset });
  const acts = await em.find(AuditEntry, { actorId: id }, { orderBy: { id: 'asc' }, limit, offset });
  return {
    sessions,
    letters,
    events: events.map(({ kind, at }) => ({ kind, at })),
    acts: acts.map(({ field, at, askedFrom, outcome }) => ({ field, at, askedFrom, outcome })),
  };
}

async function secondFactorOf({ em }: Context, personId: string): Promise<{ since: Date | null } | null> {
  const [factor] = await personal<{ since: Date | null }>(
    em,
    sql`select confirmed_at as since from second_factor where person_id = ${personId}`,
  );
  return factor ?? null;
}
