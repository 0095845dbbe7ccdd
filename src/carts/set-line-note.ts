import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { assertNotFull } from './assert-not-full.ts';
import { cartForEditing } from './cart-access.ts';
import { changeCart } from './change-cart.ts';
import { choiceKey } from './choice-key.ts';
import type { CartEdit } from './edit-cart.ts';
import type { CartLineRow, CartView } from './read-cart.ts';

/** Writes on a line what the kitchen should know, or nothing. When that makes it the same choice as another, they add up. */
export async function setLineNote(
  ctx: Context,
  { cartId, cartVersion }: CartEdit,
  lineId: string,
  note: string | null,
): Promise<CartView> {
  const cart = await cartForEditing(ctx, cartId);
  const set = async (tx: Work): Promise<void> => {
    const { restaurantId } = tx;
    const line = await readLine(tx, cartId, lineId);
    const key = choiceKey({ ...line, note }, line.variantId, line.addedBy);
    const same = await tx.row(sql`
      update cart_line set quantity = quantity + ${line.quantity}
      where restaurant_id = ${restaurantId} and cart_id = ${cartId} and choice_key = ${key} and id <> ${lineId} returning 1`);
    await tx.rows(
      same
        ? sql`delete from cart_line where restaurant_id = ${restaurantId} and id = ${lineId}`
        : sql`update cart_line set note = ${note}, choice_key = ${key} where restaurant_id = ${restaurantId} and id = ${lineId}`,
    );
    await assertNotFull(tx, cartId);
  };
  return changeCart(ctx, cart, cartVersion, set, { agreesTo: ({ id }) => id === lineId });
}

type ChosenLine = Pick<
  CartLineRow,
  'itemId' | 'variantId' | 'quantity' | 'course' | 'addedBy' | 'withIds' | 'withoutIds'
>;

async function readLine(tx: Work, cartId: string, lineId: string): Promise<ChosenLine> {
  const line = await tx.row<ChosenLine>(sql`
    select l.item_id as "itemId", l.variant_id as "variantId", l.quantity, l.course, l.added_by as "addedBy",
      coalesce(json_agg(m.modifier_id) filter (where m.wanted), '[]') as "withIds",
      coalesce(json_agg(m.modifier_id) filter (where not m.wanted), '[]') as "withoutIds"
    from cart_line l left join cart_line_modifier m on m.restaurant_id = l.restaurant_id and m.line_id = l.id
    left join generate_series(1, m.quantity) on true
    where l.restaurant_id = ${tx.restaurantId} and l.cart_id = ${cartId} and l.id = ${lineId} group by l.id`);
  if (!line) throw notFound();
  return line;
}
