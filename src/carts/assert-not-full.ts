import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';

export const mostLines = 100;
const mostPieces = 99;

/** Throws CART_FULL when a cart has more lines, or a line more pieces, than an order may have. */
export async function assertNotFull(tx: Work, cartId: string): Promise<void> {
  const cart = await tx.row<{ lines: number; most: number }>(sql`
    select count(*)::int as lines, coalesce(max(quantity), 0)::int as most from cart_line
    where restaurant_id = ${tx.restaurantId} and cart_id = ${cartId}`);
  if (cart!.lines > mostLines || cart!.most > mostPieces) throw new Refusal('CART_FULL');
}
