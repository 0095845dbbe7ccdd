import type { Choice } from '../menus/price-choice.ts';

/** Everything that lines choose from a menu: items, variants and modifiers. */
export function idsOf(lines: readonly Pick<Choice, 'itemId' | 'variantId' | 'withIds'>[]): string[] {
  const ids = lines.flatMap(({ itemId, variantId, withIds }) => [itemId, variantId ?? [], withIds].flat());
  return [...new Set(ids)];
}
