import type { ErrorCode } from '../errors.ts';
import { keptOf } from './kept-of.ts';
import type { Choice } from './price-choice.ts';
import type { Dish, DishGroup, DishModifier, DishVariant } from './read-dishes.ts';
import { timesOf } from './times-of.ts';
import { withinReach } from './within-reach.ts';

export interface ChoiceProblem {
  readonly code: Extract<ErrorCode, 'NOT_FOUND' | 'ITEM_UNAVAILABLE' | 'OUTSIDE_WINDOW' | 'CHOICE_INVALID'>;
  readonly message: string;
  /** When it may be ordered again, as far as is known. */
  readonly availableAt?: Date | null;
}

/** What a choice names of a dish, as far as that is there. */
interface Named {
  readonly variant: DishVariant | undefined;
  readonly wanted: readonly DishModifier[];
  /** All that the dish offers. */
  readonly known: ReadonlyMap<string, DishModifier>;
}

/** Why a choice may not be ordered as it is, or null. */
export function choiceProblem(dish: Dish, choice: Choice, named: Named): ChoiceProblem | null {
  return unavailable(dish, named) ?? wrong(dish, choice, named) ?? brokenRule(dish, choice);
}

function unavailable(dish: Dish, { variant, wanted }: Named): ChoiceProblem | null {
  const say = (message: string): ChoiceProblem => ({ code: 'ITEM_UNAVAILABLE', message });
  const { title, nextAvailableAt: availableAt } = dish;
  if (dish.offMenu) return say(`${title} is no longer on the menu.`);
  if (dish.soldOut) return { ...say(`${title} is sold out.`), availableAt };
  if (variant?.soldOut) return say(`${title} (${variant.label}) is sold out.`);
  const out = wanted.find(({ soldOut }) => soldOut);
  if (out) return say(`${out.title} is sold out.`);
  const scarce = dish.groups.find(wantsTooMuch);
  if (scarce) return say(`${title} is sold out: too little of ${scarce.title} is left.`);
  if (dish.inWindow) return null;
  return { code: 'OUTSIDE_WINDOW', message: `${title} is not served at this time.`, availableAt };
}

function wantsTooMuch({ min, modifiers }: DishGroup): boolean {
  const left = modifiers.filter(({ soldOut }) => !soldOut);
  return !withinReach(min, left);
}

function wrong(dish: Dish, choice: Choice, { variant, known }: Named): ChoiceProblem | null {
  const { variantId, withIds, withoutIds } = choice;
  const say = (message: string): ChoiceProblem => ({ code: 'CHOICE_INVALID', message });
  if (variantId && !variant) return say(`${dish.title} does not come in this variant.`);
  const ids = [...new Set(withIds), ...withoutIds];
  if (ids.some((id) => !known.has(id))) return say(`${dish.title} does not offer one of these modifiers.`);
  if (new Set(ids).size < ids.length) return say('A modifier is named twice.');
  const tooMany = [...known.values()].find((one) => timesOf(one, choice) > one.maxPerLine);
  if (tooMany) return say(`${dish.title}: at most ${tooMany.maxPerLine} of ${tooMany.title}.`);
  if (withoutIds.some((id) => !known.get(id)!.isDefault))
    return say(`${dish.title} does not come with what it is to go without.`);
  return null;
}

function brokenRule(dish: Dish, choice: Choice): ChoiceProblem | null {
  for (const group of dish.groups) {
    const count = chosenOf(group, choice);
    if (count < group.min)
      return {
        code: 'CHOICE_INVALID',
        message: `${dish.title}: choose at least ${group.min} of ${group.title}.`,
      };
    if (count > group.max)
      return {
        code: 'CHOICE_INVALID',
        message: `${dish.title}: choose at most ${group.max} of ${group.title}.`,
      };
  }
  return null;
}

function chosenOf(group: DishGroup, choice: Choice): number {
  const asked = group.modifiers.reduce((sum, modifier) => sum + timesOf(modifier, choice), 0);
  return asked + keptOf(group, choice).length;
}
