import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { endVisits } from './end-visits.ts';
import { findTable } from './find-tables.ts';
import { servesGuests } from './restaurant-access.ts';
import type { Table } from './table.entity.ts';

/** The guests have left: every visit at the table ends. Again: nothing more happens. */
export async function closeTable(ctx: Context, id: string): Promise<Table> {
  const table = await findTable(ctx, id, servesGuests);
  await transact(ctx, table.restaurantId, async (tx) => {
    const ended = await endVisits(tx, id, ctx.rules);
    if (ended.length > 0) await tx.tell([{ kind: 'table.closed', subject: id }, ...ended]);
  });
  return table;
}
