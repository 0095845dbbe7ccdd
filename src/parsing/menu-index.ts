import type { MenuItem, MenuModifier, MenuModifierGroup, MenuVariant } from '../menus/menu.ts';
import type { Grade } from './keys-of.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One menu, arranged to be found by what guests call things. Keys are those of `keysOf`. */
export interface MenuIndex {
  readonly items: ReadonlyMap<string, readonly Named<IndexedItem>[]>;
  /** What is a modifier of any item; which one it is, the item says. */
  readonly modifiers: ReadonlyMap<string, Grade>;
  /** What is a size of any item, and every way the language says a size. */
  readonly sizes: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  /** Tokens in the longest key. */
  readonly longest: number;
}

export interface IndexedItem {
  readonly item: MenuItem;
  readonly sizes: ReadonlyMap<string, readonly Named<MenuVariant>[]>;
  readonly modifiers: ReadonlyMap<string, readonly Named<OfferedModifier>[]>;
}

export interface OfferedModifier {
  readonly modifier: MenuModifier;
  readonly group: MenuModifierGroup;
}

export interface Named<Thing> {
  readonly thing: Thing;
  readonly grade: Grade;
}
