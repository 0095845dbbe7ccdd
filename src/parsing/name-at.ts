import type { MenuIndex } from './menu-index.ts';
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
  let key = '';
  let keyWithoutAmount = '';
  let found: NameSpan | null = null;
  for (let to = at; to < Math.min(tokens.length, at + index.longest); to++) {
    if (to > at && tokens[to]!.pause !== 'none') break;
    key += stems[to];
    if (to >= at + amountWords) keyWithoutAmount += stems[to];
    const isShort = amountWords > 0 && index.modifiers.has(keyWithoutAmount);
    found = named(key, isShort ? keyWithoutAmount : null, at, to + 1, index) ?? found;
  }
  return found;
}

function named(
  key: string,
  keyWithoutAmount: string | null,
  from: number,
  to: number,
  index: MenuIndex,
): NameSpan | null {
  const candidates = index.items.get(key) ?? [];
  const modifierGrade = index.modifiers.get(key) ?? null;
  const isSize = index.sizes.has(key);
  if (candidates.length === 0 && modifierGrade === null && !isSize) return null;
  const full = candidates.filter(({ grade }) => grade === 'full');
  const items = (full.length > 0 ? full : candidates).map(({ thing }) => thing);
  const itemGrade = items.length === 0 ? null : full.length > 0 ? 'full' : 'part';
  return { kind: 'name', from, to, key, keyWithoutAmount, items, itemGrade, modifierGrade, isSize };
}
