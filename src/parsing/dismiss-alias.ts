import { sql } from '../database/sql.ts';
import { transact } from '../events/transact.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { writesMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { suggestionForJudging } from './suggestion-for-judging.ts';

/** Shows a suggestion no more, however often it is heard meanwhile. What was approved stays an alias. */
export async function dismissAlias(ctx: Context, id: string): Promise<void> {
  const { restaurantId } = await suggestionForJudging(ctx, id);
  await transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, writesMenu);
    await tx.rows(sql`
      update alias_suggestion set status = 'DISMISSED'
      where restaurant_id = ${restaurantId} and id = ${id} and status = 'OPEN'`);
  });
}
