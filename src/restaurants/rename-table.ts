import type { Context } from '../viewer.ts';
import { assertTableFits } from './assert-table-fits.ts';
import { changeTable } from './change-table.ts';
import { runs } from './restaurant-access.ts';
import type { Table } from './table.entity.ts';

/** Gives a table another name; its code stays good. Orders keep the name they were placed at. */
export function renameTable(ctx: Context, id: string, name: string): Promise<Table> {
  return changeTable(ctx, id, runs, async (tx, table) => {
    table.name = name;
    await tx.tell([{ kind: 'table.renamed', subject: id }]);
    await assertTableFits(tx, table);
  });
}
