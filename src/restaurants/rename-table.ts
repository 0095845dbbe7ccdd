import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { assertTableFits } from './assert-table-fits.ts';
import { findTable } from './find-tables.ts';
import { runs } from './restaurant-access.ts';
import { Table } from './table.entity.ts';

/** Gives a table another name; its code stays good. Orders keep the name they were placed at. */
export async function renameTable(ctx: Context, id: string, name: string): Promise<Table> {
  const { restaurantId } = await findTable(ctx, id, runs);
  return transact(ctx, restaurantId, async (tx) => {
    const table = await tx.em.findOneOrFail(Table, { id });
    table.name = name;
    await tx.tell([{ kind: 'table.renamed', subject: id }]);
    await assertTableFits(tx, table);
    return table;
  });
}
