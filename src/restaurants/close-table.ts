import type { Context } from '../viewer.ts';
import { changeTable } from './change-table.ts';
import { endVisits } from './end-visits.ts';
import { servesGuests } from './restaurant-access.ts';
import type { Table } from './table.entity.ts';
import type { TableLeft } from './table-left.ts';

/** The guests have left: every visit at the table ends, and what was put together for them is cleared away. Again: nothing more happens. */
export function closeTable(ctx: Context, id: string, left: TableLeft): Promise<Table> {
  return changeTable(ctx, id, servesGuests, async (tx) => {
    const ended = await endVisits(tx, id, ctx.rules);
    const closed = ended.length > 0 ? [{ kind: 'table.closed', subject: id }, ...ended] : [];
    const facts = [...closed, ...(await left(tx, id))];
    if (facts.length > 0) await tx.tell(facts);
  });
}
