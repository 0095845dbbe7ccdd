import type { ErrorCode } from '../errors.ts';
import { keptOf } from './kept-of.ts';
import type { Choice } from './price-choice.ts';
import type { Dish, DishGroup, DishModifier, DishVariant } from './read-dishes.ts';
import { timesOf } from './times-of.ts';
import { withinReach } from './within-reach.ts';

export type ChoiceReason =
  | 'GONE'
  | 'SOLD_OUT'
  | 'OUTSIDE_WINDOW'
  | 'VARIANT_GONE'
  | 'MODIFIER_GONE'
  | 'TOO_FEW'
  | 'TOO_MANY'
  | 'NOT_INCLUDED'
  | 'CONTRADICTION';

export interface ChoiceProblem {
  readonly code: Extract<ErrorCode, 'NOT_FOUND' | 'ITEM_UNAVAILABLE' | 'OUTSIDE_WINDOW' | 'CHOICE_INVALID'>;
  readonly reason: ChoiceReason;
  /** Of the item, variant, group or modifier that it is about. */
  readonly subjectId: string;
  /** How many of that are wanted at least, or allowed at most. */
  readonly count?: number;
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
  const { id, title, nextAvailableAt: availableAt } = dish;
  const say = (reason: 'GONE' | 'SOLD_OUT', subjectId: string, message: string) =>
    ({ code: 'ITEM_UNAVAILABLE', reason, subjectId, message }) as const;
  if (dish.offMenu) return say('GONE', id, `${title} is no longer on the menu.`);
  if (dish.soldOut) return { ...say('SOLD_OUT', id, `${title} is sold out.`), availableAt };
  if (variant?.soldOut) return say('SOLD_OUT', variant.id, `${title} (${variant.label}) is sold out.`);
  const out = wanted.find(({ soldOut }) => soldOut);
  if (out) return say('SOLD_OUT', out.id, `${out.title} is sold out.`);
  const scarce = dish.groups.find(wantsTooMuch);
  if (scarce)
    return say('SOLD_OUT', scarce.id, `${title} is sold out: too little of ${scarce.title} is left.`);
  if (dish.inWindow) return null;
  const message = `${title} is not served at this time.`;
  return { code: 'OUTSIDE_WINDOW', reason: 'OUTSIDE_WINDOW', subjectId: id, message, availableAt };
}

function wantsTooMuch({ min, modifiers }: DishGroup): boolean {
  const left = modifiers.filter(({ soldOut }) => !soldOut);
  return !withinReach(min, left);
}

function wrong({ title }: Dish, choice: Choice, { variant, known }: Named): ChoiceProblem | null {
  const { variantId, withIds, withoutIds } = choice;
  if (variantId && !variant)
    return invalid('VARIANT_GONE', variantId, `${title} does not come in this variant.`);
  const ids = [...new Set(withIds), ...withoutIds];
  const gone = ids.find((id) => !known.has(id));
  if (gone) return invalid('MODIFIER_GONE', gone, `${title} does not offer one of these modifiers.`);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice) return invalid('CONTRADICTION', twice, 'A modifier is named twice.');
  const tooMany = [...known.values()].find((one) => timesOf(one, choice) > one.maxPerLine);
  if (tooMany) {
    const { id, maxPerLine } = tooMany;
    return invalid('TOO_MANY', id, `${title}: at most ${maxPerLine} of ${tooMany.title}.`, maxPerLine);
  }
  const apart = withoutIds.find((id) => !known.get(id)!.isDefault);
  if (apart) return invalid('NOT_INCLUDED', apart, `${title} does not come with what it is to go without.`);
  return null;
}

function brokenRule({ title, groups }: Dish, choice: Choice): ChoiceProblem | null {
  for (const group of groups) {
    const { id, min, max } = group;
    const count = chosenOf(group, choice);
    if (count < min)
      return invalid('TOO_FEW', id, `${title}: choose at least ${min} of ${group.title}.`, min);
    if (count > max)
      return invalid('TOO_MANY', id, `${title}: choose at most ${max} of ${group.title}.`, max);
  }
  return null;
}

function invalid(reason: ChoiceReason, subjectId: string, message: string, count?: number): ChoiceProblem {
  const code = 'CHOICE_INVALID';
  return { code, reason, subjectId, message, ...(count === undefined ? {} : { count }) };
}

function chosenOf(group: DishGroup, choice: Choice): number {
  const asked = group.modifiers.reduce((sum, modifier) => sum + timesOf(modifier, choice), 0);
  return asked + keptOf(group, choice).length;
}
