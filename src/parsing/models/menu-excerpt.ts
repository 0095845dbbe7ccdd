import type { Menu, MenuItem, MenuModifier, MenuModifierGroup } from '../../menus/menu.ts';

/** What of a menu a model is shown, and what the short names it answers with stand for. */
export interface MenuExcerpt {
  readonly text: string;
  readonly items: ReadonlyMap<string, MenuItem>;
  /** Variant ids. */
  readonly sizes: ReadonlyMap<string, string>;
  /** Modifier ids. */
  readonly modifiers: ReadonlyMap<string, string>;
}

const mostItems = 60;
/** A word like “pizza” may mean a hundred dishes: others are left room. */
const mostNamed = 40;
const mostLetters = 80;
const mostAliases = 3;

/** All of a menu that can be ordered now, of a large one what the words may have to do with, filled up with something of every category. */
export function menuExcerpt(menu: Menu, named: readonly MenuItem[]): MenuExcerpt {
  const shown = chosen(menu, named);
  const items = new Map<string, MenuItem>();
  const sizes = new Map<string, string>();
  const modifiers = new Map<string, string>();
  const groups = new Map<MenuModifierGroup, string>();
  const shortNames = new Map<string, string>();
  const lines: string[] = [];
  const shortName = (of: Map<string, string>, letter: string, id: string): string => {
    const known = shortNames.get(id);
    if (known) return known;
    const short = `${letter}${of.size + 1}`;
    of.set(short, id);
    shortNames.set(id, short);
    return short;
  };
  const called = (id: string, title: string) => {
    const others = (menu.aliases.get(id) ?? []).slice(0, mostAliases).map(quoted);
    return others.length > 0 ? `${quoted(title)} (also ${others.join(', ')})` : quoted(title);
  };
  const modifierText = ({ id, title, isDefault }: MenuModifier) =>
    `${shortName(modifiers, 'm', id)} ${called(id, title)}${isDefault ? ' (comes with it)' : ''}`;
  const groupName = (group: MenuModifierGroup): string => {
    const known = groups.get(group);
    if (known) return known;
    const name = `g${groups.size + 1}`;
    groups.set(group, name);
    const offered = group.modifiers.filter(({ available }) => available).map(modifierText);
    lines.push(`${name} ${quoted(group.title)}, choose ${group.min} to ${group.max}: ${offered.join('; ')}`);
    return name;
  };

  for (const { categoryTitle, item } of shown) {
    const short = `i${items.size + 1}`;
    items.set(short, item);
    const own = item.variants
      .filter(({ available }) => available)
      .map(
        ({ id, label, isDefault }) =>
          `${shortName(sizes, 'v', id)} ${called(id, label)}${isDefault ? ' (usual)' : ''}`,
      );
    const offered = item.modifierGroups.map(groupName);
    const parts = [
      `${short} ${called(item.id, item.title)} in ${quoted(categoryTitle)}`,
      ...(own.length > 0 ? [`sizes: ${own.join('; ')}`] : []),
      ...(offered.length > 0 ? [`modifiers of: ${offered.join(' ')}`] : []),
    ];
    lines.push(parts.join(' | '));
  }
  return { text: lines.join('\n'), items, sizes, modifiers };
}

interface Shown {
  readonly categoryTitle: string;
  readonly item: MenuItem;
}

function chosen(menu: Menu, named: readonly MenuItem[]): Shown[] {
  const byCategory = menu.categories
    .filter(({ hidden }) => !hidden)
    .map(({ title, items }) =>
      items.filter(isOrderable).map((item): Shown => ({ categoryTitle: title, item })),
    );
  const all = byCategory.flat();
  if (all.length <= mostItems) return all;
  const wanted = new Set(named.filter(isOrderable).slice(0, mostNamed));
  for (let place = 0; wanted.size < mostItems; place++)
    for (const items of byCategory) {
      const next = items[place]?.item;
      if (next && wanted.size < mostItems) wanted.add(next);
    }
  return all.filter(({ item }) => wanted.has(item));
}

function isOrderable({ hidden, available, availableNow }: MenuItem): boolean {
  return !hidden && available && availableNow;
}

/** The menu's own words are data too, on one line and not too long. */
function quoted(title: string): string {
  return JSON.stringify(title.slice(0, mostLetters));
}
