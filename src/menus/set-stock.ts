import { sql } from '../database/sql.ts';
import { transact } from '../events/transact.ts';
import { holdRole } from '../restaurants/hold-role.ts';
import { eightySixes } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import type { Countable } from './countables.ts';
import { lockStock } from './lock-stock.ts';
import { menuForEightySixing } from './menu-access.ts';
import { onMenu } from './on-menu.ts';
import { tellStock } from './tell-stock.ts';

/**
 * Counts something down from here; null counts no more. The menu changes only when it runs out or is back;
 * what is 86ed by hand stays off whatever is counted.
 */
export async function setStock(
  ctx: Context,
  noun: Countable,
  id: string,
  remaining: number | null,
): Promise<string> {
  const restaurantId = await menuForEightySixing(ctx, noun, id);
  await transact(ctx, restaurantId, async (tx) => {
    await holdRole(ctx, tx, eightySixes);
    const { soldOut } = await onMenu(tx, noun, id);
    const wasLeft = (await lockStock(tx, id)) !== 0;
    if (remaining === null) {
      await tx.rows(sql`delete from stock where restaurant_id = ${restaurantId} and id = ${id}`);
    } else {
      await tx.rows(sql`
        insert into stock as s (id, restaurant_id, noun, remaining) values (${id}, ${restaurantId}, ${noun}, ${remaining})
        on conflict (id) do update set remaining = excluded.remaining where s.restaurant_id = ${restaurantId}`);
    }
    const isLeft = remaining !== 0;
    const shows = soldOut || wasLeft === isLeft ? null : isLeft ? 'back' : '86ed';
    await tellStock(tx, { kind: 'set', noun, id, data: { remaining }, shows });
  });
  return restaurantId;
}
