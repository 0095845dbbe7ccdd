import type { Context } from '../viewer.ts';
import { changeTable } from './change-table.ts';
import { endVisits } from './end-visits.ts';
import { runs } from './restaurant-access.ts';
import type { Table } from './table.entity.ts';
import { tableCode } from './table-code.ts';

/** A new code: printed copies of the old one are dead, and every visit begun with it ends. */
export function rotateTableCode(ctx: Context, id: string): Promise<Table> {
  return changeTable(ctx, id, runs, async (tx, table) => {
    const ended = await endVisits(tx, id, ctx.rules);
    table.code = tableCode();
    await tx.tell([{ kind: 'table.code-rotated', subject: id }, ...ended]);
  });
}
