import type { MenuItem } from '../../menus/menu.ts';
import type { LineChoice } from '../order-parser.ts';
import type { AskedChoice } from './asked-choice.ts';
import { type ChosenModifiers, lineOfChoices } from './line-of-choices.ts';
import { Unusable } from './unusable.ts';

/** A line's modifiers after more was said of them: what is said now counts, and in a choose-one group takes the place of what was chosen. */
export function changedChoices(
  item: MenuItem,
  { withIds, withoutIds }: Pick<LineChoice, 'withIds' | 'withoutIds'>,
  asked: readonly AskedChoice[],
): ChosenModifiers {
  const choices = asked.map(({ choice }) => choice);
  const said = lineOfChoices(
    item,
    choices,
    asked.map(({ words }) => words),
  );
  if (!said) throw new Unusable('choices against the rules of a group');
  const added = new Set(said.withIds);
  const wanted = new Set(choices.flatMap((choice) => (choice.wanted ? choice.modifierIds : [])));
  const unwanted = new Set(choices.flatMap((choice) => (choice.wanted ? [] : choice.modifierIds)));
  const replaced = new Set(
    item.modifierGroups
      .filter(({ max, modifiers }) => max === 1 && modifiers.some(({ id }) => wanted.has(id)))
      .flatMap(({ modifiers }) => modifiers.map(({ id }) => id)),
  );
  const stays = (id: string) => !unwanted.has(id) && !added.has(id) && !replaced.has(id);
  const wasAdded = (words: string) =>
    asked.some(({ choice, words: own }) => own === words && !choice.wanted && isAmong(choice, withIds));
  return {
    withIds: [...withIds.filter(stays), ...said.withIds],
    withoutIds: [...new Set([...withoutIds.filter((id) => !wanted.has(id)), ...said.withoutIds])],
    // To take back what was added leaves nothing to say.
    notes: said.notes.filter((words) => !wasAdded(words)),
  };
}

function isAmong({ modifierIds }: AskedChoice['choice'], ids: readonly string[]): boolean {
  return modifierIds.some((id) => ids.includes(id));
}
