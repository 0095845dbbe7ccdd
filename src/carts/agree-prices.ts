import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import type { CartLineView } from './read-cart.ts';

/** The guest agrees to what these lines cost now. Whether any of them cost something else before. */
export async function agreePrices(tx: Work, lines: readonly CartLineView[]): Promise<boolean> {
  const other = lines
    .filter(({ unitPrice, agreedPrice }) => unitPrice.amount !== agreedPrice?.amount)
    .map(({ id, unitPrice }) => ({ id, price: unitPrice.amount }));
  if (other.length === 0) return false;
  await tx.rows(sql`
    update cart_line l set unit_price = n.price
    from jsonb_to_recordset(${JSON.stringify(other)}::jsonb) as n (id uuid, price int)
    where l.restaurant_id = ${tx.restaurantId} and l.id = n.id`);
  return true;
}
