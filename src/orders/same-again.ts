import type { NewLine } from '../carts/add-lines.ts';
import { type PricedChoice, priceChoice } from '../menus/price-choice.ts';
import type { Dish } from '../menus/read-dishes.ts';
import type { Order } from './order.entity.ts';
import type { OrderLine } from './order-line.entity.ts';

/** What of an order can be had again. */
export interface SameAgain {
  readonly lines: readonly NewLine[];
  readonly skipped: readonly Skipped[];
  readonly priceChanges: readonly PriceChange[];
}

export interface Skipped extends NonNullable<PricedChoice['problem']> {
  readonly title: string;
  readonly quantity: number;
}

/** Of one piece, in minor units. */
export interface PriceChange {
  readonly title: string;
  readonly before: number;
  readonly now: number;
}

/** The lines of an order, but for what was voided, as they would be chosen from the menu as it is now. */
export function sameAgain({ lines }: Order, dishes: ReadonlyMap<string, Dish>): SameAgain {
  const again = lines
    .filter(({ quantity, voided }) => quantity > voided)
    .map((line) => {
      const dish = dishes.get(line.itemId);
      const chosen = chosenAgain(line, dish);
      return { line, chosen, priced: priceChoice(dish, chosen) };
    });
  const had = again.filter(({ priced }) => !priced.problem);
  return {
    lines: had.map(({ chosen }) => chosen),
    skipped: again.flatMap(({ line: { title }, chosen: { quantity }, priced: { problem } }) =>
      problem ? [{ title, quantity, ...problem }] : [],
    ),
    priceChanges: had
      .filter(({ line, priced }) => line.unitPrice !== priced.unitPrice)
      .map(({ line, priced }) => ({ title: priced.title, before: line.unitPrice, now: priced.unitPrice })),
  };
}

/** Without what the item does not come with any more: it comes without that anyway. */
function chosenAgain(
  { itemId, variantId, quantity, voided, note, course, modifiers }: OrderLine,
  dish: Dish | undefined,
): NewLine {
  const defaults = new Set(
    dish?.groups.flatMap((group) => group.modifiers.filter((one) => one.isDefault).map(({ id }) => id)),
  );
  const wanted = modifiers.filter((one) => one.wanted);
  const unwanted = modifiers.filter((one) => !one.wanted && defaults.has(one.modifierId));
  return {
    itemId,
    variantId,
    quantity: quantity - voided,
    course,
    note,
    withIds: wanted.flatMap((one) => Array<string>(one.quantity).fill(one.modifierId)),
    withoutIds: unwanted.map(({ modifierId }) => modifierId),
  };
}
