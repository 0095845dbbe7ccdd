import { type ChoiceProblem, choiceProblem } from './choice-problem.ts';
import { keptOf } from './kept-of.ts';
import type { Dish, DishModifier, DishVariant } from './read-dishes.ts';
import { timesOf } from './times-of.ts';

/** What a line wants of an item. */
export interface Choice {
  readonly itemId: string;
  readonly variantId: string | null;
  /** Modifiers that are asked for; one that is named twice is wanted twice. */
  readonly withIds: readonly string[];
  /** What the item comes with and the line goes without. */
  readonly withoutIds: readonly string[];
}

export interface PricedChoice {
  readonly title: string;
  readonly variantId: string | null;
  readonly variantLabel: string | null;
  /** Minor units, modifiers included; never below zero. */
  readonly unitPrice: number;
  readonly modifiers: readonly PricedModifier[];
  /** What each piece of it takes of what is counted. */
  readonly takes: readonly Take[];
  /** Why it may not be ordered as it is, or null. */
  readonly problem: ChoiceProblem | null;
}

export interface Take {
  readonly id: string;
  readonly pieces: number;
  /** How many there are in all. */
  readonly left: number;
}

export interface PricedModifier {
  readonly modifierId: string;
  readonly title: string;
  readonly wanted: boolean;
  readonly quantity: number;
  /** Minor units; what all of it adds. */
  readonly price: number;
}

/** Names and prices a choice by the menu's rows. Prices come from here and nowhere else. */
export function priceChoice(dish: Dish | undefined, choice: Choice): PricedChoice {
  if (!dish) return { ...nothing, problem: unknown(choice) };
  const variant = variantOf(dish, choice.variantId);
  const known = new Map(
    dish.groups.flatMap(({ modifiers }) => modifiers.map((modifier) => [modifier.id, modifier])),
  );
  const wanted = found(known, new Set(choice.withIds));
  const unwanted = [...found(known, choice.withoutIds), ...soldOutDefaults(dish, choice)];
  const modifiers = [
    ...wanted.map((modifier) => asked(modifier, timesOf(modifier, choice))),
    ...unwanted.map(leftOut),
  ];
  const base = variant?.price ?? dish.price;
  const extra = modifiers.reduce((sum, { price }) => sum + price, 0);
  return {
    title: dish.title,
    variantId: variant?.id ?? null,
    variantLabel: variant?.label ?? null,
    unitPrice: Math.max(0, base + extra),
    modifiers,
    takes: takesOf(dish, variant, wanted, choice),
    problem: choiceProblem(dish, choice, { variant, wanted, known }),
  };
}

function unknown({ itemId }: Choice): ChoiceProblem {
  const message = 'The item is not on this menu.';
  return { code: 'NOT_FOUND', reason: 'GONE', subjectId: itemId, message };
}

const nothing = {
  title: '',
  variantId: null,
  variantLabel: null,
  unitPrice: 0,
  modifiers: [],
  takes: [],
};

function variantOf({ variants }: Dish, id: string | null): DishVariant | undefined {
  if (id) return variants.find((variant) => variant.id === id);
  return variants.find(({ isDefault }) => isDefault) ?? variants[0];
}

function found(known: ReadonlyMap<string, DishModifier>, ids: Iterable<string>): DishModifier[] {
  return [...ids].flatMap((id) => known.get(id) ?? []);
}

/** An ingredient that has run out is left out, and the ticket says so. */
function soldOutDefaults({ groups }: Dish, { withIds, withoutIds }: Choice): DishModifier[] {
  return groups
    .filter((group) => !(group.max === 1 && group.modifiers.some(({ id }) => withIds.includes(id))))
    .flatMap(({ modifiers }) => modifiers)
    .filter(({ id, isDefault, soldOut }) => isDefault && soldOut && !withoutIds.includes(id));
}

/** The first of what comes with the item is in the item's price. */
function asked({ id, title, price, isDefault }: DishModifier, quantity: number): PricedModifier {
  const extra = isDefault ? quantity - 1 : quantity;
  return { modifierId: id, title, wanted: true, quantity, price: price * extra };
}

function leftOut({ id, title }: DishModifier): PricedModifier {
  return { modifierId: id, title, wanted: false, quantity: 1, price: 0 };
}

function takesOf(
  dish: Dish,
  variant: DishVariant | undefined,
  wanted: readonly DishModifier[],
  choice: Choice,
): Take[] {
  const kept = dish.groups.flatMap((group) => keptOf(group, choice));
  const used = [
    { of: dish, pieces: 1 },
    ...(variant ? [{ of: variant, pieces: 1 }] : []),
    ...wanted.map((modifier) => ({ of: modifier, pieces: timesOf(modifier, choice) })),
    ...kept.map((modifier) => ({ of: modifier, pieces: 1 })),
  ];
  return used.flatMap(({ of: { id, stock }, pieces }) =>
    stock === null ? [] : [{ id, pieces, left: stock }],
  );
}
