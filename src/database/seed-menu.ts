import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/core';
import { Category } from '../menus/category.entity.ts';
import { Item } from '../menus/item.entity.ts';
import { ItemModifierGroup } from '../menus/item-modifier-group.entity.ts';
import { Modifier } from '../menus/modifier.entity.ts';
import { ModifierGroup } from '../menus/modifier-group.entity.ts';
import { Stock } from '../menus/stock.entity.ts';
import type { Translations } from '../menus/translations.ts';
import { Variant } from '../menus/variant.entity.ts';
import { type DemoItem, demoMenu } from './demo-menu.ts';
import { demoTitles } from './demo-titles.ts';

type Called = (title: string) => Translations;

/** Writes the demo menu: what is referenced first, because entities name their neighbours by id only. */
export async function seedMenu(em: EntityManager, restaurantId: string): Promise<void> {
  const called = await demoTitles();
  const groups = await seedGroups(em, restaurantId, called);
  const categories = demoMenu.categories.map((category, index) => {
    const { slug, title, description } = category;
    const made = {
      id: randomUUIDv7(),
      restaurantId,
      slug,
      title,
      description,
      translations: called(title),
      position: index + 1,
      hidden: false,
      archivedAt: null,
    };
    em.create(Category, made);
    return { id: made.id, items: category.items };
  });
  await em.flush();
  for (const { id, items } of categories) {
    const made = items.map((item, index) => ({
      id: seedItem(em, restaurantId, id, item, index + 1, called),
      item,
    }));
    await em.flush();
    for (const { id: itemId, item } of made) seedChoices(em, restaurantId, itemId, item, groups, called);
  }
}

async function seedGroups(
  em: EntityManager,
  restaurantId: string,
  called: Called,
): Promise<Map<string, string>> {
  const ids = new Map(Object.keys(demoMenu.groups).map((key) => [key, randomUUIDv7()]));
  for (const [key, { title, min, max }] of Object.entries(demoMenu.groups)) {
    const group = { id: ids.get(key)!, restaurantId, title, min, max, translations: called(title) };
    em.create(ModifierGroup, { ...group, archivedAt: null });
  }
  // Entities name their neighbours by id only, so what is referenced is written first.
  await em.flush();
  for (const [key, { modifiers }] of Object.entries(demoMenu.groups)) {
    modifiers.forEach(({ title, price, isDefault = false }, index) => {
      const modifier = {
        id: randomUUIDv7(),
        restaurantId,
        groupId: ids.get(key)!,
        title,
        translations: called(title),
        price,
        isDefault,
        soldOut: false,
      };
      em.create(Modifier, { ...modifier, position: index + 1, archivedAt: null });
    });
  }
  return ids;
}

function seedItem(
  em: EntityManager,
  restaurantId: string,
  categoryId: string,
  item: DemoItem,
  position: number,
  called: Called,
): string {
  const { title, description, price, featured = false, hidden = false, tags, allergens } = item;
  const id = randomUUIDv7();
  const shown = { featured, hidden, soldOut: false, tags: [...tags], allergens: [...allergens] };
  em.create(Item, {
    id,
    restaurantId,
    categoryId,
    title,
    description,
    translations: called(title),
    price,
    ...shown,
    position,
    archivedAt: null,
  });
  return id;
}

function seedChoices(
  em: EntityManager,
  restaurantId: string,
  itemId: string,
  item: DemoItem,
  groups: Map<string, string>,
  called: Called,
): void {
  item.variants.forEach(({ label, price, isDefault = false }, index) => {
    em.create(Variant, {
      id: randomUUIDv7(),
      restaurantId,
      itemId,
      label,
      translations: called(label),
      price,
      isDefault,
      position: index + 1,
      archivedAt: null,
    });
  });
  item.groups.forEach((key, index) => {
    em.create(ItemModifierGroup, {
      id: randomUUIDv7(),
      restaurantId,
      itemId,
      groupId: groups.get(key)!,
      position: index + 1,
    });
  });
  if (item.stock !== undefined) em.create(Stock, { id: itemId, restaurantId, remaining: item.stock });
}
