import type { Menu } from '../menus/menu.ts';
import { tokenise } from './tokenise.ts';

export interface MenuWords {
  /** Of its titles as the restaurant wrote them: they are said in any language. */
  readonly own: ReadonlySet<string>;
  /** Of what its entries are called in other languages, by these. */
  readonly translated: ReadonlyMap<string, ReadonlySet<string>>;
}

export function menuWords(menu: Menu): MenuWords {
  const own = new Set<string>();
  for (const { title, items } of menu.categories) {
    learn(own, title);
    for (const item of items) {
      learn(own, item.title);
      for (const { label } of item.variants) learn(own, label);
      for (const group of item.modifierGroups) for (const { title } of group.modifiers) learn(own, title);
    }
  }
  const translated = new Map<string, Set<string>>();
  for (const said of menu.translations.values()) {
    for (const [tag, { title }] of Object.entries(said)) {
      const language = tag.split('-')[0]!;
      const words = translated.get(language) ?? new Set();
      translated.set(language, words);
      if (title) learn(words, title);
    }
  }
  return { own, translated };
}

function learn(words: Set<string>, title: string): void {
  for (const { word } of tokenise(title)) words.add(word);
}
