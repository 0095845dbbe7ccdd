import type { Context } from '../viewer.ts';
import type { RestaurantChange } from './change-restaurant.ts';
import { changeTable } from './change-table.ts';
import { endVisits } from './end-visits.ts';
import { runs } from './restaurant-access.ts';
import type { Table } from './table.entity.ts';

/** Takes a table away: its code is dead, its visits end, nothing is ordered at it any more. Again: nothing more happens. */
export function archiveTable(ctx: Context, id: string): Promise<Table> {
  const away = async (tx: RestaurantChange, table: Table): Promise<void> => {
    if (table.archivedAt) return;
    const ended = await endVisits(tx, id, ctx.rules);
    table.archivedAt = new Date();
    await tx.tell([{ kind: 'table.archived', subject: id }, ...ended]);
  };
  return changeTable(ctx, id, runs, away, 'archived too');
}
