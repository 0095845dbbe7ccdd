import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';

/** How many are left, as it stays until this transaction ends. Null: not counted. */
export async function lockStock(tx: Work, id: string): Promise<number | null> {
  const stock = await tx.row<{ remaining: number }>(
    sql`select remaining from stock where restaurant_id = ${tx.restaurantId} and id = ${id} for update`,
  );
  return stock?.remaining ?? null;
}
