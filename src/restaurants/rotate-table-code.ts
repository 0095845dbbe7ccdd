import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { endVisits } from './end-visits.ts';
import { findTable } from './find-tables.ts';
import { lockTable } from './lock-table.ts';
import { runs } from './restaurant-access.ts';
import type { Table } from './table.entity.ts';
import { tableCode } from './table-code.ts';

/** A new code: printed copies of the old one are dead, and every visit begun with it ends. */
export async function rotateTableCode(ctx: Context, id: string): Promise<Table> {
  const { restaurantId } = await findTable(ctx, id, runs);
  return transact(ctx, restaurantId, async (tx) => {
    const table = await lockTable(tx, id);
    const ended = await endVisits(tx, id, ctx.rules);
    table.code = tableCode();
    await tx.tell([{ kind: 'table.code-rotated', subject: id }, ...ended]);
    return table;
  });
}
