import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import type { OwnCart } from './cart-access.ts';
import { moveLines } from './move-lines.ts';
import type { StatedAllergy } from './stated-allergy.ts';
import type { AmountOrRate } from './totals.ts';

/** What was chosen in the carts of these owners comes along into another, with the tip where that has none, and they are gone. Shared carts are locked before one's own. */
export async function bringLines(
  tx: Work,
  ownerKeys: readonly string[],
  to: Pick<OwnCart, 'id' | 'member'>,
): Promise<void> {
  for (const ownerKey of ownerKeys) {
    const own = await tx.row<{
      id: string;
      allergies: readonly StatedAllergy[];
      tip: AmountOrRate | null;
    }>(sql`
      update cart set version = version + 1
      where restaurant_id = ${tx.restaurantId} and owner_key = ${ownerKey} and id <> ${to.id} returning id, allergies, tip`);
    if (!own) continue;
    await moveLines(tx, { id: own.id, member: null }, to);
    if (own.allergies.length > 0)
      await tx.rows(sql`
        update cart set allergies = allergies || ${JSON.stringify(own.allergies)}::jsonb
        where restaurant_id = ${tx.restaurantId} and id = ${to.id}`);
    if (own.tip)
      await tx.rows(sql`
        update cart set tip = coalesce(tip, ${JSON.stringify(own.tip)}::jsonb)
        where restaurant_id = ${tx.restaurantId} and id = ${to.id}`);
    await tx.rows(sql`delete from cart where restaurant_id = ${tx.restaurantId} and id = ${own.id}`);
  }
}
