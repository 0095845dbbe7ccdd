import { AuditEntry } from '../audit/audit-entry.entity.ts';
import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { Event } from '../events/event.entity.ts';
import type { Context } from '../viewer.ts';
import { findMe } from './find-me.ts';
import type { HeldElsewhere } from './held-elsewhere.ts';

/** Everything held about the person asking, as one document; but for the hashes of secrets, which are nothing to read. */
export async function exportMe(
  ctx: Context,
  held: readonly HeldElsewhere[],
): Promise<Record<string, unknown>> {
  const person = await findMe(ctx);
  const { id, email, name, createdAt, verifiedAt, admin } = person;
  const { em } = ctx;
  const sessions = await personal(
    em,
    sql`
    select created_at as "createdAt", expires_at as "expiresAt", ended_at as "endedAt"
    from session where person_id = ${id} order by id`,
  );
  const letters = await personal(
    em,
    sql`
    select purpose, email, name, created_at as "createdAt", expires_at as "expiresAt"
    from account_token where person_id = ${id} order by created_at`,
  );
  const [secondFactor] = await personal<{ since: Date | null }>(
    em,
    sql`select confirmed_at as since from second_factor where person_id = ${id}`,
  );
  const events = await em.find(Event, { stream: id }, { orderBy: { number: 'asc' } });
  const acts = await em.find(AuditEntry, { actorId: id }, { orderBy: { id: 'asc' } });
  const document = {
    exportedAt: new Date(),
    account: { id, email, name, createdAt, verifiedAt, admin },
    secondFactor: secondFactor ?? null,
    sessions,
    letters,
    events: events.map(({ kind, at }) => ({ kind, at })),
    acts: acts.map(({ field, at, askedFrom, outcome }) => ({ field, at, askedFrom, outcome })),
  };
  for (const noun of held) Object.assign(document, await noun.read(ctx, person));
  return document;
}
