import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import type { Context, VisitClaim } from '../viewer.ts';

/** Whether a visit has not ended yet; it does not go on longer because somebody asks. */
export async function visitStands(ctx: Context, { id, restaurantId }: VisitClaim): Promise<boolean> {
  const idle = `${ctx.rules.visitIdleMinutes} minutes`;
  const stands = await scoped(ctx.em, restaurantId).row(sql`
    select 1 from visit
    where restaurant_id = ${restaurantId} and id = ${id} and coalesce(ended_at, used_at + ${idle}::interval) > now()`);
  return stands !== undefined;
}
