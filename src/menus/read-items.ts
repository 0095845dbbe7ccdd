import type { EntityManager } from '@mikro-orm/core';
import { buildMenu } from './build-menu.ts';
import { chosenLanguage } from './chosen-language.ts';
import type { MenuItem } from './menu.ts';
import { menuIn } from './menu-in.ts';

/** Items with all that is chosen from with them, by id, in the first language there is of those wanted. */
export async function readItems(
  em: EntityManager,
  restaurantId: string,
  ids: readonly string[],
  languages: readonly string[],
  at: Date,
): Promise<Map<string, MenuItem>> {
  if (ids.length === 0) return new Map();
  const menu = await buildMenu(em, restaurantId, at);
  const { categories } = menuIn(menu, chosenLanguage(menu, languages));
  return new Map(categories.flatMap(({ items }) => items.map((item) => [item.id, item])));
}
