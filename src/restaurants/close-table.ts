import type { Context } from '../viewer.ts';
import { changeTable } from './change-table.ts';
import { endVisits } from './end-visits.ts';
import { servesGuests } from './restaurant-access.ts';
import type { Table } from './table.entity.ts';

/** The guests have left: every visit at the table ends. Again: nothing more happens. */
export function closeTable(ctx: Context, id: string): Promise<Table> {
  return changeTable(ctx, id, servesGuests, async (tx) => {
    const ended = await endVisits(tx, id, ctx.rules);
    if (ended.length > 0) await tx.tell([{ kind: 'table.closed', subject: id }, ...ended]);
  });
}
