import type { MenuModifierGroup } from '../../menus/menu.ts';
import type { LineChoice } from '../order-parser.ts';

/** How many of a group a line has. In a choose-one group what is asked for takes the place of what comes with the item. */
export function chosenOf(
  { max, modifiers }: MenuModifierGroup,
  { withIds, withoutIds }: Pick<LineChoice, 'withIds' | 'withoutIds'>,
): number {
  const asked = modifiers.filter(({ id }) => withIds.includes(id)).length;
  const kept = modifiers.filter(
    ({ id, isDefault, available }) => isDefault && available && !withoutIds.includes(id),
  ).length;
  return max === 1 && asked > 0 ? asked : asked + kept;
}
