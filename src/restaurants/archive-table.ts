import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { endVisits } from './end-visits.ts';
import { findTable } from './find-tables.ts';
import { lockTable } from './lock-table.ts';
import { runs } from './restaurant-access.ts';
import type { Table } from './table.entity.ts';

/** Takes a table away: its code is dead, its visits end, nothing is ordered at it any more. Again: nothing more happens. */
export async function archiveTable(ctx: Context, id: string): Promise<Table> {
  const { restaurantId } = await findTable(ctx, id, runs, 'archived too');
  return transact(ctx, restaurantId, async (tx) => {
    const table = await lockTable(tx, id);
    if (table.archivedAt) return table;
    const ended = await endVisits(tx, id, ctx.rules);
    table.archivedAt = new Date();
    await tx.tell([{ kind: 'table.archived', subject: id }, ...ended]);
    return table;
  });
}
