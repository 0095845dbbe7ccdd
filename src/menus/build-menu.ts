import type { EntityManager } from '@mikro-orm/core';
import { type Scope, scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { type Money, money } from '../money.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import type { OwnRange } from './attach-modifier-group.ts';
import type { Menu, MenuCategory, MenuItem, MenuModifierGroup, MenuVariant } from './menu.ts';
import { type Priced, readModifierGroups } from './read-modifier-groups.ts';
import { readTranslations } from './read-translations.ts';

/** Reads a restaurant's whole menu, hidden things included, as one frozen plain object. The version is read before the rest. */
export async function buildMenu(em: EntityManager, restaurantId: string): Promise<Menu> {
  const { slug, title, currency, locale } = await em.findOneOrFail(Restaurant, { id: restaurantId });
  const scope = scoped(em, restaurantId);
  const version = await readVersion(scope);
  const priced = (amount: number): Money => Object.freeze(money(amount, currency, locale));
  const items = groupBy(await readItems(scope, priced), (item) => item.categoryId);
  const categories = (await readCategories(scope)).map(
    (row): MenuCategory => freeze({ ...row, items: items.get(row.id) ?? none }),
  );
  const translations = await readTranslations(scope);
  const languages = [...new Set([...translations.values()].flatMap(Object.keys))].sort();
  return freeze({
    ...{ restaurantId, slug, title, currency, locale, version },
    ...{ language: locale, languages: freeze(languages), translations },
    categories: freeze(categories),
  });
}

async function readVersion(scope: Scope): Promise<number> {
  const row = await scope.row<{ revision: number }>(sql`
    select s.revision from event_stream s join (select ${scope.restaurantId}::uuid as restaurant_id) r on r.restaurant_id = s.id
    where r.restaurant_id = ${scope.restaurantId}`);
  return row?.revision ?? 0;
}

function readCategories(scope: Scope): Promise<Omit<MenuCategory, 'items'>[]> {
  return scope.rows(sql`
    select id, slug, title, description, position, hidden from menu_category
    where restaurant_id = ${scope.restaurantId} and archived_at is null order by position, id`);
}

async function readItems(scope: Scope, priced: Priced): Promise<MenuItem[]> {
  const variants = groupBy(await readVariants(scope, priced), (variant) => variant.itemId);
  const groups = groupBy(await readGroups(scope, priced), (group) => group.itemId);
  const rows = await scope.rows<
    Omit<MenuItem, 'price' | 'variants' | 'modifierGroups'> & { price: number }
  >(sql`
    select i.id, i.category_id as "categoryId", i.title, i.description, i.price, i.featured, i.hidden,
      not i.sold_out and coalesce(s.remaining, 1) > 0 as available, i.position, i.tags, i.allergens,
      i.image, i.tax_class as "taxClass", i.station
    from menu_item i left join item_stock s on s.item_id = i.id
    where i.restaurant_id = ${scope.restaurantId} and i.archived_at is null order by i.position, i.id`);
  return rows.map((row) => {
    const own = (variants.get(row.id) ?? []).map(({ variant }) => variant);
    const standard = own.find(({ isDefault }) => isDefault) ?? own[0];
    return freeze({
      ...row,
      tags: freeze(row.tags),
      allergens: freeze(row.allergens),
      price: standard?.price ?? priced(row.price),
      variants: freeze(own),
      modifierGroups: freeze((groups.get(row.id) ?? []).map(({ group }) => group)),
    });
  });
}

async function readVariants(
  scope: Scope,
  priced: Priced,
): Promise<{ itemId: string; variant: MenuVariant }[]> {
  const rows = await scope.rows<{
    id: string;
    itemId: string;
    label: string;
    price: number;
    isDefault: boolean;
  }>(sql`
    select id, item_id as "itemId", label, price, is_default as "isDefault" from menu_variant
    where restaurant_id = ${scope.restaurantId} and archived_at is null order by position, id`);
  return rows.map(({ itemId, price, ...row }) => ({
    itemId,
    variant: freeze({ ...row, price: priced(price) }),
  }));
}

/** A group that many items offer is one object, shared by those without a min or max of their own. */
async function readGroups(
  scope: Scope,
  priced: Priced,
): Promise<{ itemId: string; group: MenuModifierGroup }[]> {
  const byId = await readModifierGroups(scope, priced);
  const offered = await scope.rows<{ itemId: string; groupId: string } & OwnRange>(sql`
    select item_id as "itemId", group_id as "groupId", min, max from item_modifier_group
    where restaurant_id = ${scope.restaurantId} order by position, id`);
  return offered.flatMap(({ itemId, groupId, ...own }) => {
    const group = byId.get(groupId);
    return group ? [{ itemId, group: withOwn(group, own) }] : [];
  });
}

function withOwn(group: MenuModifierGroup, { min, max }: OwnRange): MenuModifierGroup {
  if (min === null && max === null) return group;
  return freeze({ ...group, min: min ?? group.min, max: max ?? group.max });
}

const none: readonly never[] = Object.freeze([]);

function freeze<T extends object>(value: T): T {
  return Object.freeze(value);
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  return Map.groupBy(values, key);
}
