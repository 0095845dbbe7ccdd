import type { IndexedItem, OfferedModifier } from './menu-index.ts';

/** The modifiers of an item that the keys, likeliest first, fit best. */
export function modifiersOf(item: IndexedItem | null, keys: readonly string[]): OfferedModifier[] {
  for (const key of keys) {
    let best: OfferedModifier[] = [];
    let bestGrade = 0;
    for (const { group, modifiers } of item?.groups ?? []) {
      for (const { thing: modifier, grade } of modifiers.get(key) ?? []) {
        if (grade < bestGrade) continue;
        if (grade > bestGrade) best = [];
        bestGrade = grade;
        best.push({ modifier, group });
      }
    }
    if (best.length > 0) return best;
  }
  return [];
}
