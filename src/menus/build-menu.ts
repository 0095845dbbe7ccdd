import type { EntityManager } from '@mikro-orm/core';
import { type Scope, scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { type Money, money } from '../money.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { availability } from './availability.ts';
import type { Menu, MenuCategory } from './menu.ts';
import type { MenuReading } from './menu-reading.ts';
import { type CategorisedItem, readMenuItems } from './read-menu-items.ts';
import { readNames } from './read-names.ts';

/** Reads a restaurant's whole menu as of a moment, hidden things included, as one frozen plain object. The version is read before the rest. */
export async function buildMenu(em: EntityManager, restaurantId: string, at: Date): Promise<Menu> {
  const restaurant = await em.findOneOrFail(Restaurant, { id: restaurantId });
  const { slug, title, currency, locale, timeZone } = restaurant;
  const scope = scoped(em, restaurantId);
  const version = await readVersion(scope);
  let changesAt: Date | null = null;
  const reading: MenuReading = {
    scope,
    priced: (amount): Money => Object.freeze(money(amount, currency, locale)),
    timeZone,
    at,
    only: null,
    turns: (turn) => {
      if (turn && turn > at && (!changesAt || turn < changesAt)) changesAt = turn;
    },
  };
  const categories = Object.freeze(await readCategories(reading, await readMenuItems(reading)));
  const { languages, translations, aliases } = await readNames(scope);
  return Object.freeze({
    ...{ restaurantId, slug, title, currency, locale, version, changesAt },
    ...{ language: locale, languages, translations, aliases },
    categories,
  });
}

async function readVersion(scope: Scope): Promise<number> {
  const row = await scope.row<{ revision: number }>(sql`
    select s.revision from event_stream s join (select ${scope.restaurantId}::uuid as restaurant_id) r on r.restaurant_id = s.id
    where r.restaurant_id = ${scope.restaurantId}`);
  return row?.revision ?? 0;
}

type CategoryRow = Omit<MenuCategory, 'items' | 'availableNow' | 'nextAvailableAt'>;

async function readCategories(
  { scope, timeZone, at, turns }: MenuReading,
  items: readonly CategorisedItem[],
): Promise<MenuCategory[]> {
  const byCategory = Map.groupBy(items, ({ categoryId }) => categoryId);
  const rows = await scope.rows<CategoryRow>(sql`
    select id, slug, title, description, position, hidden, windows from menu_category
    where restaurant_id = ${scope.restaurantId} and archived_at is null order by position, id`);
  return rows.map((row) => {
    const offer = { windows: [row.windows], off: false, backAt: null };
    const { availableNow, nextAvailableAt, changesAt } = availability(offer, timeZone, at);
    turns(changesAt);
    const own = (byCategory.get(row.id) ?? []).map(({ item }) => item);
    return Object.freeze({ ...row, availableNow, nextAvailableAt, items: Object.freeze(own) });
  });
}
