import { randomUUIDv7 } from 'node:crypto';
import { type Context, viewerKey } from '../viewer.ts';
import { assertTableFits } from './assert-table-fits.ts';
import { changeRestaurant } from './change-restaurant.ts';
import { runs } from './restaurant-access.ts';
import { Table } from './table.entity.ts';
import { tableCode } from './table-code.ts';

/** Adds a table with a code of its own. */
export function createTable(
  ctx: Context,
  { restaurantId, name }: { restaurantId: string; name: string },
  idempotencyKey: string,
): Promise<{ table: Table; replayed: boolean }> {
  const id = randomUUIDv7();
  return changeRestaurant(ctx, restaurantId, runs, async (tx) => {
    const viewer = viewerKey(ctx.viewer);
    const earlier = await tx.once({
      viewer,
      field: 'createTable',
      key: idempotencyKey,
      input: { name },
      makes: id,
    });
    if (earlier) return { table: await tx.em.findOneOrFail(Table, { id: earlier }), replayed: true };
    const code = tableCode();
    const table = tx.em.create(Table, {
      id,
      restaurantId,
      name,
      code,
      createdAt: new Date(),
      archivedAt: null,
    });
    await tx.tell([{ kind: 'table.created', subject: id }]);
    await assertTableFits(tx, table);
    return { table, replayed: false };
  });
}
