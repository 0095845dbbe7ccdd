import type { MenuItem } from '../../menus/menu.ts';
import type { ParsedLine, ParseWarning, Question } from '../order-parser.ts';
import { warningOf } from '../warning-of.ts';
import { chosenOf } from './chosen-of.ts';

export interface Wanting {
  readonly warnings: readonly ParseWarning[];
  readonly questions: readonly Question[];
}

/** What the guest must still choose for a line. */
export function stillWanting(
  item: MenuItem,
  line: Pick<ParsedLine, 'withIds' | 'withoutIds' | 'variantId' | 'phrase'>,
): Wanting {
  const { phrase, variantId } = line;
  const ofGroups = item.modifierGroups
    .filter((group) => chosenOf(group, line) < group.min)
    .map(({ id: groupId, title, modifiers }): Question => {
      const options = modifiers.filter(({ available }) => available).map(({ id, title }) => ({ id, title }));
      return { phrase, itemId: item.id, groupId, title, options };
    });
  const warnings = ofGroups.map(({ title, options }) =>
    warningOf('CHOICE_REQUIRED', phrase, [item.title, title, ...options.map((option) => option.title)]),
  );
  if (variantId !== null || item.variants.length === 0) return { warnings, questions: ofGroups };
  const options = item.variants
    .filter(({ available }) => available)
    .map(({ id, label }) => ({ id, title: label }));
  const ofSize: Question = { phrase, itemId: item.id, groupId: null, title: item.title, options };
  return { warnings, questions: [...ofGroups, ofSize] };
}
