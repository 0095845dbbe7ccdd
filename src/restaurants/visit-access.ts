import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import type { Context, VisitClaim } from '../viewer.ts';
import { visitReads } from './visit-reads.ts';

interface VisitState {
  readonly ended: boolean;
  readonly worn: boolean;
}

/** The guest does something: the visit must go on, and goes on. Throws VISIT_ENDED. */
export async function assertVisitGoesOn(ctx: Context, visit: VisitClaim): Promise<void> {
  const state = await stateOf(ctx, visit);
  if (state.ended) throw new Refusal('VISIT_ENDED');
  if (!state.worn) return;
  await scoped(ctx.em, visit.restaurantId).rows(
    sql`update visit set used_at = now() where restaurant_id = ${visit.restaurantId} and id = ${visit.id}`,
  );
}

/** The guest reads own orders. Throws NOT_FOUND 24 hours after the visit's end. */
export async function assertVisitReads(ctx: Context, visit: VisitClaim): Promise<void> {
  if (!(await visitReads(ctx, visit))) throw notFound();
}

/** Whole minutes are fine enough for a visit's use, so most requests only read. */
async function stateOf(ctx: Context, { id, restaurantId }: VisitClaim): Promise<VisitState> {
  const idle = `${ctx.rules.visitIdleMinutes} minutes`;
  const visit = await scoped(ctx.em, restaurantId).row<VisitState>(sql`
    select end_at <= now() as ended, used_at <= now() - interval '1 minute' as worn
    from (select used_at, coalesce(ended_at, used_at + ${idle}::interval) as end_at
          from visit where restaurant_id = ${restaurantId} and id = ${id}) as v`);
  if (!visit) throw new Refusal('UNAUTHENTICATED', 'The visit does not exist.');
  return visit;
}
