import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import { Table } from './table.entity.ts';

/**
 * A table as it is now, before its visits are ended: a guest who is scanning its code has begun a visit by then, or begins none.
 * FOR NO KEY UPDATE, because FOR UPDATE would make orders wait that do no more than refer to it.
 */
export async function lockTable(tx: Work, id: string): Promise<Table> {
  await tx.rows(
    sql`select 1 from restaurant_table where restaurant_id = ${tx.restaurantId} and id = ${id} for no key update`,
  );
  return tx.em.findOneOrFail(Table, { id }, { refresh: true });
}
