import type { MenuItem } from '../../menus/menu.ts';
import type { LineChoice } from '../order-parser.ts';
import { chosenOf } from './chosen-of.ts';

/** Whether no group has more chosen of it than it allows; that one still lacks a choice is for the guest to mend. */
export function fitsGroups(item: MenuItem, line: Pick<LineChoice, 'withIds' | 'withoutIds'>): boolean {
  return item.modifierGroups.every((group) => chosenOf(group, line) <= group.max);
}
