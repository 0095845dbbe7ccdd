import type { Menu, MenuItem, MenuModifier, MenuModifierGroup, MenuVariant } from '../menus/menu.ts';
import { type Grade, grades } from './grades.ts';
import { type Keys, type Knowledge, keysOf } from './keys-of.ts';
import type { Language } from './language.ts';
import type { IndexedGroup, IndexedItem, MenuIndex, Named } from './menu-index.ts';
import { spellingOf } from './spelling-of.ts';
import { splitterOf } from './splitter-of.ts';
import { stem } from './stem.ts';
import { Vocabulary } from './vocabulary.ts';

/** Costs milliseconds, so it is done once per menu and language. The menu is known by its own names and by the language's. */
export function indexMenu(menu: Menu, language: Language): MenuIndex {
  const { words, food, read } = language;
  const items = new Map<string, Named<IndexedItem>[]>();
  const all: IndexedItem[] = [];
  const modifiers = new Map<string, Grade>();
  const sizes = new Set(words.sizes.flat().map((size) => keyOf(size, language)));
  const titlesOf = (id: string, own: string): string[] => {
    const said = translated(menu, id, words.language);
    return said && said !== own ? [said, own] : [own];
  };
  const kindsOf = (id: string, own: string) => [
    ...new Set(titlesOf(id, own).flatMap((title) => kindsIn(title, language))),
  ];
  const groupWords = wordsOfGroups(menu, kindsOf);
  // "On the Margherita" holds what is on it; a margherita is still a pizza.
  for (const { items } of menu.categories)
    for (const { id, title } of items) for (const word of kindsOf(id, title)) groupWords.delete(word);
  const known: Knowledge = { words, food, read, groupWords };
  const vocabulary = new Vocabulary();
  const spellings = new Vocabulary();
  let longest = 3;
  for (const word of groupWords) vocabulary.add(word);

  const aliasesOf = (id: string) => menu.aliases.get(id) ?? [];
  const learn = (name: string, more = 0) => {
    const { words: written, stems } = read(name);
    for (const word of written) spellings.add(word);
    longest = Math.max(longest, Math.min(12, stems.length + more));
    for (const [place, word] of stems.entries()) {
      vocabulary.add(word);
      if (place > 0) vocabulary.add(stems[place - 1] + word);
      for (const kind of food.kindsOf.get(word) ?? []) vocabulary.add(kind);
      for (const other of food.same.get(word) ?? []) for (const each of other) vocabulary.add(each);
    }
  };
  const keysFor = (own: string, id: string, kinds: readonly string[]): Keys => {
    const keys = new Map<string, Grade>();
    for (const title of titlesOf(id, own)) {
      for (const [key, grade] of keysOf(title, known, kinds))
        if (grade > (keys.get(key) ?? 0)) keys.set(key, grade);
      learn(title, 2);
    }
    for (const alias of aliasesOf(id)) {
      learn(alias, 1);
      keys.set(spellingOf(read(alias)), grades.spelt);
      keys.set(keyOf(alias, language), grades.exact);
    }
    return keys;
  };

  // Groups are offered by many items and sizes repeated under them; each needs working out once.
  const knownGroups = new Map<MenuModifierGroup, IndexedGroup>();
  const groupOf = (group: MenuModifierGroup): IndexedGroup => {
    const known = knownGroups.get(group);
    if (known) return known;
    const kinds = kindsOf(group.id, group.title);
    const own = new Map<string, Named<MenuModifier>[]>();
    for (const modifier of group.modifiers) {
      for (const [key, grade] of keysFor(modifier.title, modifier.id, kinds)) {
        append(own, key, { thing: modifier, grade });
        if (grade > (modifiers.get(key) ?? 0)) modifiers.set(key, grade);
      }
    }
    for (const word of groupWords) {
      // "Salsa" is any of the salsas; "toppings" are none of them.
      const named = group.modifiers.filter(({ id, title }) =>
        titlesOf(id, title).some((each) => read(each).stems.includes(word)),
      );
      if (named.length < 2) continue;
      for (const modifier of named) append(own, word, { thing: modifier, grade: grades.part });
      if (!modifiers.has(word)) modifiers.set(word, grades.part);
    }
    const indexed = { group, modifiers: own };
    knownGroups.set(group, indexed);
    return indexed;
  };
  const knownSizes = new Map<string, Keys>();
  const sizesOf = (item: MenuItem): IndexedItem['sizes'] => {
    const own = new Map<string, Named<MenuVariant>[]>();
    for (const variant of item.variants) {
      const name = [...titlesOf(variant.id, variant.label), ...aliasesOf(variant.id)].join('\n');
      const keys = knownSizes.get(name) ?? sizeKeys(keysFor(variant.label, variant.id, []), language);
      knownSizes.set(name, keys);
      for (const [key, grade] of keys) {
        append(own, key, { thing: variant, grade });
        sizes.add(key);
      }
    }
    return own;
  };

  for (const category of menu.categories) {
    if (category.hidden) continue;
    const kinds = kindsOf(category.id, category.title);
    for (const kind of kinds) vocabulary.add(kind);
    for (const item of category.items) {
      if (item.hidden) continue;
      const indexed = { item, sizes: sizesOf(item), groups: item.modifierGroups.map(groupOf) };
      all.push(indexed);
      const keys = keysFor(item.title, item.id, kinds);
      for (const [key, grade] of keys) append(items, key, { thing: indexed, grade });
      // "A pizza" may be any of them.
      for (const kind of kinds)
        if (!keys.has(kind)) append(items, kind, { thing: indexed, grade: grades.part });
    }
  }
  // Where there are no spaces, food that is not on this menu would swallow words of it: "白葡萄酒" is 白 and 葡萄酒.
  const familiar = words.writing?.isUnspaced ? language.own : language.known;
  const isKnown = (word: string) => {
    if (familiar.has(word)) return true;
    const stemmed = stem(word, words);
    return familiar.has(stemmed) || vocabulary.has(stemmed);
  };
  const byId = new Map(all.map((indexed) => [indexed.item.id, indexed]));
  const found = { items, all, byId, modifiers, sizes, groupWords };
  const ofTexts = splitterOf(words, language.own, isKnown);
  return { ...found, vocabulary, spellings, longest, split: ofTexts };
}

/** What an entry is called in a language, in whichever country's way of it. */
function translated(menu: Menu, id: string, language: string): string | undefined {
  const said = menu.translations.get(id);
  if (!said) return undefined;
  const tag = Object.keys(said).find((each) => each === language || each.startsWith(`${language}-`));
  return tag && said[tag]!.title;
}

function wordsOfGroups(menu: Menu, kindsOf: (id: string, title: string) => string[]): Set<string> {
  const groups = new Map<string, MenuModifierGroup>();
  for (const { items } of menu.categories)
    for (const { modifierGroups } of items) for (const group of modifierGroups) groups.set(group.id, group);
  return new Set([...groups.values()].flatMap(({ id, title }) => kindsOf(id, title)));
}

function keyOf(phrase: string, { read }: Language): string {
  return read(phrase).stems.join('');
}

/** "Burgers & Sandwiches" holds burgers and sandwiches; "Hot Drinks" holds drinks. */
function kindsIn(title: string, { words, read }: Language): string[] {
  const { words: written, stems } = read(title);
  const isKind = (word: string) =>
    isLong(word) && !words.optional.includes(word) && !words.describing.includes(word);
  const kinds = stems.filter((_, place) => isKind(written[place]!));
  return [...new Set(kinds)].slice(0, 3);
}

function isLong(word: string): boolean {
  return word.length > 2 || (word.length > 1 && !/[a-z]/.test(word));
}

/** A size's own name, and every other way to say that size. */
function sizeKeys(own: Keys, language: Language): Keys {
  const keys = new Map(own);
  for (const same of language.words.sizes) {
    const said = same.map((size) => keyOf(size, language));
    const grade = Math.max(...said.map((key) => own.get(key) ?? 0)) as Grade | 0;
    if (grade) for (const key of said) if (!keys.has(key)) keys.set(key, grade);
  }
  return keys;
}

function append<Thing>(map: Map<string, Named<Thing>[]>, key: string, named: Named<Thing>): void {
  const list = map.get(key);
  if (list) list.push(named);
  else map.set(key, [named]);
}
