import type { Choice } from './price-choice.ts';
import type { DishGroup, DishModifier } from './read-dishes.ts';

/** What comes with the item and stays. In a choose-one group what is asked for takes its place. */
export function keptOf({ max, modifiers }: DishGroup, { withIds, withoutIds }: Choice): DishModifier[] {
  if (max === 1 && modifiers.some(({ id }) => withIds.includes(id))) return [];
  return modifiers.filter(
    ({ id, isDefault, soldOut }) =>
      isDefault && !soldOut && !withoutIds.includes(id) && !withIds.includes(id),
  );
}
