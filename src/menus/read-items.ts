import type { EntityManager } from '@mikro-orm/core';
import { buildMenu } from './build-menu.ts';
import type { MenuItem } from './menu.ts';

/** Items with all that is chosen from with them, by id. */
export async function readItems(
  em: EntityManager,
  restaurantId: string,
  ids: readonly string[],
): Promise<Map<string, MenuItem>> {
  if (ids.length === 0) return new Map();
  const { categories } = await buildMenu(em, restaurantId);
  return new Map(categories.flatMap(({ items }) => items.map((item) => [item.id, item])));
}
