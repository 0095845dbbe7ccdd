import type { Scope } from '../database/scoped.ts';
import { type PricedChoice, priceChoice } from '../menus/price-choice.ts';
import { type Dish, readDishes } from '../menus/read-dishes.ts';
import { piecesOf } from './pieces-of.ts';
import type { CartLineRow } from './read-cart.ts';

export interface PricedLine extends CartLineRow {
  readonly dish: Dish | undefined;
  readonly priced: PricedChoice;
  /** Minor units. */
  readonly lineTotal: number;
  /** How many there are of something that this one has, where the lines together want more than that. */
  readonly onlyLeft: { readonly id: string; readonly left: number } | null;
}

/** Prices a cart's lines by the menu's rows, in one statement. The moment says which of them may be ordered. */
export async function priceLines(
  scope: Scope,
  lines: readonly CartLineRow[],
  at: Date,
): Promise<PricedLine[]> {
  const dishes = await readDishes(
    scope,
    lines.map(({ itemId }) => itemId),
    at,
  );
  const all = lines.map((line) => {
    const dish = dishes.get(line.itemId);
    const priced = priceChoice(dish, line);
    return { ...line, dish, priced, lineTotal: priced.unitPrice * line.quantity };
  });
  const pieces = piecesOf(all);
  return all.map((line) => {
    const onlyLeft = line.priced.takes.find(({ id, left }) => pieces.get(id)! > left) ?? null;
    return { ...line, onlyLeft };
  });
}
