import type { Menu, MenuItem, MenuVariant } from '../menus/menu.ts';
import { type Grade, type Keys, keysOf } from './keys-of.ts';
import type { IndexedItem, MenuIndex, Named, OfferedModifier } from './menu-index.ts';
import { stem } from './stem.ts';
import { tokenise } from './tokenise.ts';
import { Vocabulary } from './vocabulary.ts';
import type { Words } from './words/words.ts';

/** Costs milliseconds, so it is done once per menu. */
export function indexMenu(menu: Menu, words: Words): MenuIndex {
  const items = new Map<string, Named<IndexedItem>[]>();
  const modifiers = new Map<string, Grade>();
  const sizes = new Set(words.sizes.flat().map((size) => keyOf(size, words)));
  const vocabulary = new Vocabulary();
  let longest = 3;

  // Sizes and modifiers are repeated under many items; their names need working out once.
  const known = new Map<string, Keys>();
  const keysOfTitle = (title: string, group: string): Keys => {
    const name = `${group}: ${title}`;
    const keys = known.get(name) ?? keysOf(title, words, kindsIn(group, words));
    known.set(name, keys);
    return keys;
  };
  const knownSizes = new Map<string, Keys>();
  const keysOfSize = (label: string): Keys => {
    const keys = knownSizes.get(label) ?? sizeKeys(label, words);
    knownSizes.set(label, keys);
    return keys;
  };
  const learnt = new Set<string>();
  const learn = (name: string, more = 0) => {
    if (learnt.has(name)) return;
    learnt.add(name);
    const stems = tokenise(name).map((token) => stem(token.word, words));
    longest = Math.max(longest, Math.min(12, stems.length + more));
    for (const [place, word] of stems.entries()) {
      vocabulary.add(word);
      if (place > 0) vocabulary.add(stems[place - 1] + word);
    }
  };

  for (const category of menu.categories) {
    if (category.hidden) continue;
    const kinds = kindsIn(category.title, words);
    for (const kind of kinds) vocabulary.add(kind);
    for (const item of category.items) {
      if (item.hidden) continue;
      const indexed = { item, sizes: sizesOf(item, keysOfSize), modifiers: modifiersOf(item, keysOfTitle) };
      for (const [key, grade] of keysOf(item.title, words, kinds))
        append(items, key, { thing: indexed, grade });
      // "A pizza" may be any of them.
      for (const kind of kinds) {
        const isNamed = items.get(kind)?.some(({ thing }) => thing === indexed);
        if (!isNamed) append(items, kind, { thing: indexed, grade: 'part' });
      }
      for (const key of indexed.sizes.keys()) sizes.add(key);
      for (const [key, named] of indexed.modifiers) {
        if (modifiers.get(key) !== 'full')
          modifiers.set(key, named.some(({ grade }) => grade === 'full') ? 'full' : 'part');
      }
      learn(item.title, 1);
      for (const variant of item.variants) learn(variant.label);
      for (const group of item.modifierGroups) for (const modifier of group.modifiers) learn(modifier.title);
    }
  }
  return { items, modifiers, sizes, vocabulary, longest };
}

function keyOf(phrase: string, words: Words): string {
  return tokenise(phrase)
    .map((token) => stem(token.word, words))
    .join('');
}

/** "Burgers & Sandwiches" holds burgers and sandwiches; "Hot Drinks" holds drinks. */
function kindsIn(title: string, words: Words): string[] {
  const kinds = tokenise(title)
    .filter(
      ({ word }) => word.length > 2 && !words.optional.includes(word) && !words.describing.includes(word),
    )
    .map(({ word }) => stem(word, words));
  return [...new Set(kinds)].slice(0, 3);
}

function sizesOf(item: MenuItem, keysOfSize: (label: string) => Keys): IndexedItem['sizes'] {
  const sizes = new Map<string, Named<MenuVariant>[]>();
  for (const variant of item.variants) {
    for (const [key, grade] of keysOfSize(variant.label)) append(sizes, key, { thing: variant, grade });
  }
  return sizes;
}

/** A size's own name, and every other way to say that size. */
function sizeKeys(label: string, words: Words): Keys {
  const keys = keysOf(label, { ...words, describing: [] });
  for (const same of words.sizes) {
    const said = same.map((size) => keyOf(size, words));
    const grade = said.map((key) => keys.get(key)).find((found) => found !== undefined);
    if (grade) for (const key of said) if (!keys.has(key)) keys.set(key, grade);
  }
  return keys;
}

function modifiersOf(
  item: MenuItem,
  keysOfTitle: (title: string, group: string) => Keys,
): IndexedItem['modifiers'] {
  const modifiers = new Map<string, Named<OfferedModifier>[]>();
  for (const group of item.modifierGroups) {
    for (const modifier of group.modifiers) {
      for (const [key, grade] of keysOfTitle(modifier.title, group.title))
        append(modifiers, key, { thing: { modifier, group }, grade });
    }
  }
  return modifiers;
}

function append<Thing>(map: Map<string, Thing[]>, key: string, thing: Thing): void {
  const list = map.get(key);
  if (list) list.push(thing);
  else map.set(key, [thing]);
}
