import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import type { CartLineRow } from './read-cart.ts';

/**
 * Empties a cart that this transaction has taken, of its tip and of what was said too, and answers with what was in it, in the order it was added.
 * The rows come from the DELETE itself, so no other transaction can order them too.
 */
export async function takeLines(tx: Work, cartId: string): Promise<CartLineRow[]> {
  const { restaurantId } = tx;
  return tx.rows<CartLineRow>(sql`
    with modifiers as (
      select m.line_id, json_agg(m.modifier_id) filter (where m.wanted) as wanted, json_agg(m.modifier_id) filter (where not m.wanted) as unwanted
      from cart_line_modifier m join cart_line l on l.restaurant_id = m.restaurant_id and l.id = m.line_id
      cross join generate_series(1, m.quantity)
      where m.restaurant_id = ${restaurantId} and l.cart_id = ${cartId} group by m.line_id
    ), unsaid as (
      update cart set tip = null, about = '{}', allergies = '[]', heard = null
      where restaurant_id = ${restaurantId} and id = ${cartId}
        and (tip is not null or about <> '{}' or allergies <> '[]' or heard is not null)
    ), lines as (
      delete from cart_line where restaurant_id = ${restaurantId} and cart_id = ${cartId} returning *
    )
    select l.id, l.item_id as "itemId", l.variant_id as "variantId", l.quantity, l.note, l.course,
      l.unit_price as "agreedPrice", l.added_by as "addedBy",
      coalesce(m.wanted, '[]') as "withIds", coalesce(m.unwanted, '[]') as "withoutIds"
    from lines l left join modifiers m on m.line_id = l.id order by l.id`);
}
