import { sql } from '../database/sql.ts';
import { conflict } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { OwnCart } from './cart-access.ts';
import type { Heard } from './heard.ts';
import { type CartLineRow, readCart } from './read-cart.ts';
import type { StatedAllergy } from './stated-allergy.ts';
import type { AmountOrRate } from './totals.ts';

/** What was in a cart. */
export interface Emptied {
  readonly tip: AmountOrRate | null;
  readonly allergies: readonly StatedAllergy[];
  readonly heard: Heard | null;
  /** In the order they were added. */
  readonly lines: readonly CartLineRow[];
}

/**
 * Empties a cart, of its tip, of how it is wanted and of what was said too, and answers with what was in it. The rows come from the DELETE itself, so no
 * other transaction can order them too; whoever changes them raises the version, so at this version they are all there are.
 * Throws CONFLICT with the cart as it is now.
 */
export async function emptyCart(
  tx: Work,
  cart: Pick<OwnCart, 'id' | 'member'>,
  version: number,
): Promise<Emptied> {
  const { restaurantId } = tx;
  const emptied = await tx.row<Emptied>(sql`
    with held as (
      select id, tip, allergies, heard from cart
      where restaurant_id = ${restaurantId} and id = ${cart.id} and version = ${version}::int for update
    ), emptied as (
      update cart c set version = c.version + 1, emptied_version = c.version + 1, updated_at = now(), tip = null,
        fulfilment = null, wished_at = null, about = '{}', allergies = '[]', heard = null
      from held where c.restaurant_id = ${restaurantId} and c.id = held.id
    ), modifiers as (
      select m.line_id, json_agg(m.modifier_id) filter (where m.wanted) as wanted, json_agg(m.modifier_id) filter (where not m.wanted) as unwanted
      from cart_line_modifier m join cart_line l on l.restaurant_id = m.restaurant_id and l.id = m.line_id
      cross join generate_series(1, m.quantity)
      where m.restaurant_id = ${restaurantId} and l.cart_id = ${cart.id} group by m.line_id
    ), lines as (
      delete from cart_line l using held where l.restaurant_id = ${restaurantId} and l.cart_id = held.id returning l.*
    )
    select held.tip, held.allergies, held.heard, coalesce((
      select json_agg(json_build_object('id', l.id, 'itemId', l.item_id, 'variantId', l.variant_id, 'quantity', l.quantity,
        'note', l.note, 'course', l.course, 'agreedPrice', l.unit_price, 'addedBy', l.added_by,
        'withIds', coalesce(m.wanted, '[]'), 'withoutIds', coalesce(m.unwanted, '[]')) order by l.id)
      from lines l left join modifiers m on m.line_id = l.id
    ), '[]') as lines from held`);
  if (emptied) return emptied;
  const current = await readCart(tx, cart, tx.now);
  throw conflict(current.version, current);
}
