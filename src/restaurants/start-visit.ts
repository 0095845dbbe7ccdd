import { randomUUIDv7 } from 'node:crypto';
import { scoped } from '../database/scoped.ts';
import { notFound, Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import { networkOf } from '../throttle/network-of.ts';
import type { Issued, Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { findRestaurantBySlug } from './find-restaurant.ts';
import { holdOpen } from './hold-open.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { Table } from './table.entity.ts';
import { Visit } from './visit.entity.ts';

export interface StartedVisit {
  readonly visit: Visit;
  readonly restaurant: Restaurant;
  readonly table: Table | null;
  readonly token: Issued;
}

/** A guest scans a table's code, or comes with the restaurant's link alone for pickup. Throws NOT_FOUND for a dead code, RATE_LIMITED. */
export async function startVisit(
  ctx: Context,
  tokens: Tokens,
  { slug, tableCode }: { slug: string; tableCode?: string | null },
): Promise<StartedVisit> {
  const network = networkOf(ctx.from);
  const { restaurant, table } = await find(ctx, slug, tableCode).catch(async (error: unknown) => {
    // A database that is out of reach is no code that was tried.
    if (error instanceof Refusal && error.code === 'NOT_FOUND')
      await ctx.throttle.pass(['startVisit', network]);
    throw error;
  });
  const restaurantId = restaurant.id;
  // Apart from the dead codes: whoever tries those out must not keep the guests on the same Wi-Fi from ordering.
  await ctx.throttle.pass(['startVisit', `${network} at ${table?.id ?? restaurantId}`]);
  const now = new Date();
  const visit = await transact(ctx, restaurantId, async (tx) => {
    await holdOpen(tx, table?.code ?? null);
    const begun = tx.em.create(Visit, {
      id: randomUUIDv7(),
      restaurantId,
      tableId: table?.id ?? null,
      startedAt: now,
      usedAt: now,
      endedAt: null,
    });
    await tx.tell([{ kind: 'visit.started', subject: begun.id, data: { tableId: begun.tableId } }]);
    return begun;
  });
  return { visit, restaurant, table, token: tokens.visit(visit) };
}

async function find(ctx: Context, slug: string, tableCode?: string | null) {
  const restaurant = await findRestaurantBySlug(ctx, slug);
  const table = tableCode == null ? null : await tableWith(ctx, restaurant.id, tableCode);
  return { restaurant, table };
}

async function tableWith(ctx: Context, restaurantId: string, code: string): Promise<Table> {
  const table = await scoped(ctx.em, restaurantId).em.findOne(Table, { code, archivedAt: null });
  if (!table) throw notFound();
  return table;
}
