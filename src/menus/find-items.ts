import { joinSql } from '../database/join-sql.ts';
import { type Scope, scoped } from '../database/scoped.ts';
import { type Sql, sql } from '../database/sql.ts';
import { type Found, pageByKeys } from '../keyset.ts';
import type { Page, PageArgs } from '../page.ts';
import type { Context } from '../viewer.ts';
import { type ItemFilter, itemFilter } from './item-filter.ts';
import { type ItemOrder, itemOrder } from './item-order.ts';
import { itemsPart } from './items-part.ts';
import { listedItems } from './listed-items.ts';
import type { MenuItem } from './menu.ts';
import { menuForListing, type WhichMenu } from './menu-for-listing.ts';
import { readItems } from './read-items.ts';

export interface ItemQuery {
  readonly filter: ItemFilter;
  readonly orderBy: readonly ItemOrder[];
  /** What they would rather be read in, the best first. */
  readonly languages: readonly string[];
  readonly page: PageArgs;
}

/** Items of a menu: found, filtered, ordered, a page at a time. Guests find what they may see; the rest is for staff to ask for. */
export async function findItems(
  ctx: Context,
  which: WhichMenu,
  { filter, orderBy, languages, page }: ItemQuery,
): Promise<Page<MenuItem>> {
  const forStaff = filter.withHidden === true || filter.stockTo != null;
  const restaurantId = await menuForListing(ctx, which, forStaff);
  const scope = scoped(ctx.em, restaurantId);
  const where = itemFilter(restaurantId, filter, ctx.now());
  return pageByKeys(
    itemOrder(orderBy),
    page,
    async (part) => {
      const rows = await scope.rows<ItemKeys>(itemsPart(where, part));
      const items = await readItems(
        ctx.em,
        restaurantId,
        rows.map(({ id }) => id),
        languages,
        ctx.now(),
      );
      return rows.map(({ id, keys }): Found<MenuItem> => ({ keys, node: items.get(id) ?? null }));
    },
    () => countItems(scope, where),
  );
}

interface ItemKeys {
  readonly id: string;
  readonly keys: readonly unknown[];
}

async function countItems(scope: Scope, where: Sql): Promise<number> {
  const row = await scope.row<{ count: number }>(
    joinSql([sql`select count(*)::int as count`, listedItems, where], ' '),
  );
  return row?.count ?? 0;
}
