import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { Table } from './table.entity.ts';

const mostTables = 500;

/**
 * No two tables in use have one name, or dishes go to the wrong one; and there are not so many that they cannot be printed.
 * To be asked after `tell`, whose lock lets one change of a restaurant's tables follow the other. Throws BAD_USER_INPUT.
 */
export async function assertTableFits(tx: Work, { id, name }: Pick<Table, 'id' | 'name'>): Promise<void> {
  const others = await tx.row<{ count: number; taken: boolean }>(sql`
    select count(*)::int as count, coalesce(bool_or(lower(name) = lower(${name})), false) as taken from restaurant_table
    where restaurant_id = ${tx.restaurantId} and archived_at is null and id <> ${id}`);
  if (others!.taken) throw wrong('Another table has this name.');
  if (others!.count >= mostTables)
    throw wrong(`A restaurant has at most ${mostTables} tables: archive one first.`);
}

function wrong(message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'name', message }] });
}
