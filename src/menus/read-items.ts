import type { EntityManager } from '@mikro-orm/core';
import { scoped } from '../database/scoped.ts';
import { money } from '../money.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { chosenLanguage } from './chosen-language.ts';
import type { MenuItem } from './menu.ts';
import { readMenuItems } from './read-menu-items.ts';
import { readNames } from './read-names.ts';
import { speaking } from './speaking.ts';

/**
 * These items with all that is chosen from with them, by id, in the first language there is on the menu of those wanted. Read from
 * their rows, because the snapshot in memory has nothing hidden and waits for the news.
 */
export async function readItems(
  em: EntityManager,
  restaurantId: string,
  ids: readonly string[],
  languages: readonly string[],
  at: Date,
): Promise<Map<string, MenuItem>> {
  if (ids.length === 0) return new Map();
  const { currency, locale, timeZone } = await em.findOneOrFail(Restaurant, { id: restaurantId });
  const scope = scoped(em, restaurantId);
  const found = await readMenuItems({
    scope,
    priced: (amount) => Object.freeze(money(amount, currency, locale)),
    timeZone,
    at,
    only: ids,
    turns: () => {},
  });
  const own = found.map(({ item }) => item);
  const said = await readNames(scope, own.flatMap(entriesOf));
  const language = chosenLanguage({ locale, languages: said.languages }, languages);
  const items = language === null ? own : own.map(speaking(said.translations, language).item);
  return new Map(items.map((item) => [item.id, item]));
}

/** The ids of all that has a name. */
function entriesOf({ id, variants, modifierGroups }: MenuItem): string[] {
  const groups = modifierGroups.flatMap((group) => [group.id, ...group.modifiers.map((one) => one.id)]);
  return [id, ...variants.map((variant) => variant.id), ...groups];
}
