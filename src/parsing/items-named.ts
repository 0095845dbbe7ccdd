import type { MenuItem } from '../menus/menu.ts';
import type { MenuIndex } from './menu-index.ts';
import { stem } from './stem.ts';
import type { Token } from './token.ts';
import type { Words } from './words/words.ts';

/** Every item that the words may have to do with, the likeliest first: by a name or part of one, or by what it can be had with. */
export function itemsNamed(tokens: readonly Token[], index: MenuIndex, words: Words): MenuItem[] {
  const scores = new Map<MenuItem, number>();
  const raise = (item: MenuItem, score: number) => scores.set(item, (scores.get(item) ?? 0) + score);
  const stems = tokens.map(({ word }) => {
    const stemmed = stem(word, words);
    return index.vocabulary.has(stemmed)
      ? stemmed
      : (index.vocabulary.closest(stemmed, word.length) ?? stemmed);
  });
  const modifiers = new Set<string>();
  for (let from = 0; from < stems.length; from++) {
    let key = '';
    for (let to = from; to < Math.min(stems.length, from + index.longest); to++) {
      key += stems[to];
      for (const { thing, grade } of index.items.get(key) ?? []) raise(thing.item, grade);
      if (index.modifiers.has(key)) modifiers.add(key);
    }
  }
  for (const { item, groups } of index.all) {
    for (const key of modifiers) {
      if (groups.some((group) => group.modifiers.has(key))) raise(item, besideName);
    }
  }
  return [...scores].sort(([, one], [, other]) => other - one).map(([item]) => item);
}

/** What many dishes have says little of which one is meant. */
const besideName = 0.1;
