import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import { assertNotFull } from './assert-not-full.ts';
import type { OwnCart } from './cart-access.ts';

/**
 * Gives what is in a cart, or what one of its members added, to another cart, for the member there. This transaction has locked both.
 * The same choice adds up. Throws CART_FULL.
 */
export async function moveLines(
  tx: Work,
  from: Pick<OwnCart, 'id' | 'member'>,
  to: Pick<OwnCart, 'id' | 'member'>,
): Promise<void> {
  const { restaurantId } = tx;
  const whose = to.member === null ? '' : `:${to.member}`;
  await tx.rows(sql`
    with same as (
      delete from cart_line l using cart_line k
      where l.restaurant_id = ${restaurantId} and l.cart_id = ${from.id} and l.added_by is not distinct from ${from.member}::int
        and k.restaurant_id = l.restaurant_id and k.cart_id = ${to.id} and k.choice_key = split_part(l.choice_key, ':', 1) || ${whose}::text
      returning k.id, l.quantity
    )
    update cart_line k set quantity = k.quantity + same.quantity from same
    where k.restaurant_id = ${restaurantId} and k.id = same.id`);
  await tx.rows(sql`
    update cart_line set cart_id = ${to.id}, added_by = ${to.member}, choice_key = split_part(choice_key, ':', 1) || ${whose}::text
    where restaurant_id = ${restaurantId} and cart_id = ${from.id} and added_by is not distinct from ${from.member}::int`);
  await assertNotFull(tx, to.id);
}
