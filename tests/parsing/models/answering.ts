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

interface ModifierOf {
  readonly words: string;
  readonly modifier: string;
  readonly wanted?: boolean;
  readonly amount?: 'EXTRA' | 'LIGHT' | 'HALF' | null;
  readonly count?: number;
}

/** Titles → the short names that a question about the whole menu gives them. What no menu has is left as it is. */
export function answering(menu: Menu, lines: readonly Line[], notUnderstood: readonly string[] = []) {
  const excerpt = menuExcerpt(menu, []);
  return { lines: lines.map((line) => answered(line, excerpt)), notUnderstood };
}

function answered(
  { words, item: title, size = null, quantity = 1, modifiers = [], note = null }: Line,
  excerpt: MenuExcerpt,
) {
  const [short, item] = [...excerpt.items].find(([, one]) => one.title === title) ?? [title, undefined];
  const sizeId = item?.variants.find(({ label }) => label === size)?.id;
  const all = item?.modifierGroups.flatMap((group) => group.modifiers) ?? [];
  return {
    words,
    item: short,
    size: nameOf(excerpt.sizes, sizeId) ?? size,
    quantity,
    modifiers: modifiers.map(({ modifier, wanted = true, amount = null, count = 1, words: said }) => ({
      words: said,
      modifier: nameOf(excerpt.modifiers, all.find((one) => one.title === modifier)?.id) ?? modifier,
      wanted,
      amount,
      count,
    })),
    note,
  };
}

function nameOf(names: ReadonlyMap<string, string>, id: string | undefined): string | undefined {
  return [...names].find(([, each]) => each === id)?.[0];
}
