import { type Grade, grades } from './grades.ts';
import type { IndexedItem, MenuIndex } from './menu-index.ts';
import type { NameSpan } from './span.ts';
import type { Token } from './token.ts';

/** The longest thing on the menu that the tokens name from here. `amountWords`: how many of them say an amount ("extra"). */
export function nameAt(
  tokens: readonly Token[],
  stems: readonly string[],
  at: number,
  amountWords: number,
  index: MenuIndex,
): NameSpan | null {
  let spelling = '=';
  let key = '';
  let keyWithoutAmount = '';
  let found: NameSpan | null = null;
  for (let to = at; to < Math.min(tokens.length, at + index.longest); to++) {
    if (to > at && tokens[to]!.pause !== 'none') break;
    spelling += tokens[to]!.word;
    key += stems[to];
    if (to >= at + amountWords) keyWithoutAmount += stems[to];
    const isShort = amountWords > 0 && index.modifiers.has(keyWithoutAmount);
    const keys = { spelling, key, keyWithoutAmount: isShort ? keyWithoutAmount : null };
    found = named(keys, at, to + 1, index) ?? found;
  }
  return found;
}

function named(
  keys: Pick<NameSpan, 'spelling' | 'key' | 'keyWithoutAmount'>,
  from: number,
  to: number,
  index: MenuIndex,
): NameSpan | null {
  const spelt = index.items.get(keys.spelling);
  const stemmed = index.items.get(keys.key);
  const modifierGrade = index.modifiers.get(keys.spelling) ?? index.modifiers.get(keys.key) ?? null;
  const isSize = index.sizes.has(keys.key) || index.sizes.has(keys.spelling);
  if (!spelt && !stemmed && modifierGrade === null && !isSize) return null;
  const candidates = [...(spelt ?? []), ...(stemmed ?? [])];
  let best: Grade | 0 = 0;
  for (const { grade } of candidates) if (grade > best) best = grade;
  const items = new Set<IndexedItem>();
  for (const { thing, grade } of candidates) if (grade === best) items.add(thing);
  return {
    kind: 'name',
    ...keys,
    from,
    to,
    items: [...items],
    confidence: confidences[Math.max(best, modifierGrade ?? 0) as Grade | 0],
    itemGrade: fullOrPart(best),
    modifierGrade: fullOrPart(modifierGrade ?? 0),
    isSize,
  };
}

/** By grade; a size that no item calls so is certain. */
const confidences: Readonly<Record<Grade | 0, number>> = {
  0: 1,
  1: 0.6,
  2: 0.7,
  3: 0.8,
  4: 0.9,
  5: 0.95,
  6: 1,
  7: 1,
};

function fullOrPart(grade: Grade | 0): NameSpan['itemGrade'] {
  return grade === 0 ? null : grade >= grades.same ? 'full' : 'part';
}
