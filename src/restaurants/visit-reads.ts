import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import type { Context, VisitClaim } from '../viewer.ts';

/** Whether the guest still reads own orders by the visit: until 24 hours after its end. */
export async function visitReads(ctx: Context, { id, restaurantId }: VisitClaim): Promise<boolean> {
  const idle = `${ctx.rules.visitIdleMinutes} minutes`;
  const reads = await scoped(ctx.em, restaurantId).row(sql`
    select 1 from visit where restaurant_id = ${restaurantId} and id = ${id}
      and coalesce(ended_at, used_at + ${idle}::interval) > now() - interval '24 hours'`);
  return reads !== undefined;
}
