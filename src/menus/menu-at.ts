import { availability } from './availability.ts';
import type { Menu, MenuCategory, MenuItem } from './menu.ts';

interface Later {
  readonly at: number;
  readonly menu: Menu;
}

/** The last one of each: a conversation is about one time, and its menu is known by what was made of it. */
const last = new WeakMap<Menu, Later>();

/** A menu with what may be ordered for a later moment as what may be ordered. */
export function menuAt(menu: Menu, at: Date, timeZone: string): Menu {
  const known = last.get(menu);
  if (known?.at === at.getTime()) return known.menu;
  const categories = menu.categories.map((category) => ({
    ...category,
    items: category.items.map((item) => itemAt(item, category, at, timeZone)),
  }));
  const later = { ...menu, categories };
  last.set(menu, { at: at.getTime(), menu: later });
  return later;
}

function itemAt(item: MenuItem, category: MenuCategory, at: Date, timeZone: string): MenuItem {
  const { nextAvailableAt } = item;
  const available = item.available || (nextAvailableAt !== null && nextAvailableAt <= at);
  const offer = { windows: [category.windows, item.windows], off: !available, backAt: null };
  const then = availability(offer, timeZone, at);
  return { ...item, available, availableNow: then.availableNow, nextAvailableAt: then.nextAvailableAt };
}
