import type { MenuItem, MenuModifier, MenuModifierGroup, MenuVariant } from '../menus/menu.ts';
import type { Grade } from './grades.ts';
import type { Splitter } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One menu, arranged to be found by what guests call things. Keys are those of `keysOf`. */
export interface MenuIndex {
  readonly items: ReadonlyMap<string, readonly Named<IndexedItem>[]>;
  /** Everything that can be ordered. */
  readonly all: readonly IndexedItem[];
  readonly byId: ReadonlyMap<string, IndexedItem>;
  /** What is a modifier of any item; which one it is, the item says. */
  readonly modifiers: ReadonlyMap<string, Grade>;
  /** What is a size of any item, and every way the language says a size. */
  readonly sizes: ReadonlySet<string>;
  /** Words that only say what kind of thing is named: "toppings". */
  readonly groupWords: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  /** Words of its names as they are written. */
  readonly spellings: Vocabulary;
  /** Tokens in the longest key. */
  readonly longest: number;
  /** For what guests say: knows the menu's words, too. */
  readonly split: Splitter | undefined;
}

export interface IndexedItem {
  readonly item: MenuItem;
  readonly sizes: ReadonlyMap<string, readonly Named<MenuVariant>[]>;
  readonly groups: readonly IndexedGroup[];
}

export interface IndexedGroup {
  readonly group: MenuModifierGroup;
  readonly modifiers: ReadonlyMap<string, readonly Named<MenuModifier>[]>;
}

export interface OfferedModifier {
  readonly modifier: MenuModifier;
  readonly group: MenuModifierGroup;
}

export interface Named<Thing> {
  readonly thing: Thing;
  readonly grade: Grade;
}
