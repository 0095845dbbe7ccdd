import type { MenuItem } from '../../menus/menu.ts';
import type { ParsedChoice } from '../order-parser.ts';

export interface ChosenModifiers {
  /** Beyond those the item comes with. */
  readonly withIds: readonly string[];
  /** Of those it comes with. */
  readonly withoutIds: readonly string[];
  /** What ids cannot say, how much of it, and leaving off what is not on it, in the guest's words. */
  readonly notes: readonly string[];
}

/** What was said of an item's modifiers → what the line has, as the rules would put it down. Null: it says both of one. */
export function lineOfChoices(
  item: MenuItem,
  choices: readonly ParsedChoice[],
  words: readonly string[],
): ChosenModifiers | null {
  const defaults = new Set(
    item.modifierGroups.flatMap(({ modifiers }) =>
      modifiers.filter(({ isDefault }) => isDefault).map(({ id }) => id),
    ),
  );
  const withIds = new Set<string>();
  const withoutIds = new Set<string>();
  const wantedOf = new Map<string, boolean>();
  const notes = new Set<string>();
  for (const [at, { modifierIds, wanted, amount, count }] of choices.entries()) {
    const id = modifierIds[0]!;
    if ((wantedOf.get(id) ?? wanted) !== wanted) return null;
    wantedOf.set(id, wanted);
    const isThere = defaults.has(id);
    if (wanted && !isThere) withIds.add(id);
    if (!wanted && isThere && amount === null) withoutIds.add(id);
    const isSaid = wanted ? amount === null && count === 1 : isThere && amount === null;
    if (!isSaid) notes.add(words[at]!);
  }
  return { withIds: [...withIds], withoutIds: [...withoutIds], notes: [...notes] };
}
