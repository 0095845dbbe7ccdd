import type { Menu } from '../../../src/menus/menu.ts';
import { type MenuExcerpt, menuExcerpt } from '../../../src/parsing/models/menu-excerpt.ts';

/** A line as a model answers it, by the menu's own titles. */
export interface Line {
  readonly words: string;
  readonly item: string;
  readonly size?: string | null;
  readonly quantity?: number;
  readonly modifiers?: readonly ModifierOf[];
  readonly note?: string | null;
}

/** What is to become of a line of the cart, as a model answers it; `item` is of that line. */
export interface Change {
  readonly words: string;
  readonly line: string;
  readonly item?: string;
  readonly how?: string;
  readonly quantity?: number | null;
  readonly size?: string | null;
  readonly modifiers?: readonly ModifierOf[];
}

interface ModifierOf {
  readonly words: string;
  readonly modifier: string;
  readonly wanted?: boolean;
  readonly amount?: 'EXTRA' | 'LIGHT' | 'HALF' | null;
  readonly count?: number;
}

/** Titles → the short names that a question about the whole menu gives them. What no menu has is left as it is. `changes`: where a cart was shown. */
export function answering(
  menu: Menu,
  lines: readonly Line[],
  notUnderstood: readonly string[] = [],
  changes?: readonly Change[],
) {
  const excerpt = menuExcerpt(menu, []);
  return {
    lines: lines.map((line) => answered(line, excerpt)),
    ...(changes ? { changes: changes.map((change) => changed(change, excerpt)) } : {}),
    notUnderstood,
  };
}

function answered(
  { words, item, size = null, quantity = 1, modifiers = [], note = null }: Line,
  excerpt: MenuExcerpt,
) {
  const names = namesOf(item, excerpt);
  return {
    words,
    item: names.item,
    size: names.size(size),
    quantity,
    modifiers: modifiers.map(names.modifier),
    note,
  };
}

function changed(
  { words, line, item = '', how = 'CHANGE', quantity = null, size = null, modifiers = [] }: Change,
  excerpt: MenuExcerpt,
) {
  const names = namesOf(item, excerpt);
  return { words, line, how, quantity, size: names.size(size), modifiers: modifiers.map(names.modifier) };
}

function namesOf(title: string, { items, sizes, modifiers: parts }: MenuExcerpt) {
  const [short, item] = [...items].find(([, one]) => one.title === title) ?? [title, undefined];
  const all = item?.modifierGroups.flatMap((group) => group.modifiers) ?? [];
  return {
    item: short,
    size: (size: string | null) =>
      nameOf(sizes, item?.variants.find(({ label }) => label === size)?.id) ?? size,
    modifier: ({ modifier, wanted = true, amount = null, count = 1, words }: ModifierOf) => ({
      words,
      modifier: nameOf(parts, all.find((one) => one.title === modifier)?.id) ?? modifier,
      wanted,
      amount,
      count,
    }),
  };
}

function nameOf(names: ReadonlyMap<string, string>, id: string | undefined): string | undefined {
  return [...names].find(([, each]) => each === id)?.[0];
}
