/** Everything that can be counted or 86ed. A pizza is regular or large, comes with basil and may have cheese. */
export const things = ['coke', 'pizza', 'cake', 'large', 'cheese', 'basil'] as const;

export type Thing = (typeof things)[number];

export interface Offer {
  readonly price: number;
  readonly out: boolean;
  /** Null: not counted. */
  readonly stock: number | null;
}

export type Menu = Record<Thing, Offer>;

export interface Choice {
  readonly item: 'coke' | 'pizza' | 'cake';
  readonly large: boolean;
  /** How many times cheese. */
  readonly cheese: number;
  readonly noBasil: boolean;
}

export const choices: readonly Choice[] = [
  { item: 'coke', large: false, cheese: 0, noBasil: false },
  { item: 'cake', large: false, cheese: 0, noBasil: false },
  { item: 'pizza', large: false, cheese: 0, noBasil: false },
  { item: 'pizza', large: true, cheese: 1, noBasil: false },
  { item: 'pizza', large: false, cheese: 1, noBasil: true },
  // One more than a pizza may have.
  { item: 'pizza', large: true, cheese: 2, noBasil: true },
];

export const menuAtFirst: Menu = {
  coke: { price: 250, out: false, stock: null },
  pizza: { price: 1000, out: false, stock: null },
  cake: { price: 433, out: false, stock: null },
  large: { price: 1500, out: false, stock: null },
  cheese: { price: 150, out: false, stock: null },
  basil: { price: 0, out: false, stock: null },
};

export type Problem = 'ITEM_UNAVAILABLE' | 'CHOICE_INVALID';

export interface Priced {
  readonly unitPrice: number;
  readonly problem: Problem | null;
  /** What a piece takes of what is counted. */
  readonly takes: readonly (readonly [Thing, number])[];
}

export function priced(menu: Menu, { item, large, cheese, noBasil }: Choice): Priced {
  const gone = (thing: Thing) => menu[thing].out || menu[thing].stock === 0;
  const comesWithBasil = item === 'pizza' && !noBasil && !gone('basil');
  const used: [Thing, number][] = [
    [item, 1],
    ['large', large ? 1 : 0],
    ['cheese', cheese],
    ['basil', comesWithBasil ? 1 : 0],
  ];
  const unavailable = gone(item) || (large && gone('large')) || (cheese > 0 && gone('cheese'));
  const invalid = cheese > 1;
  return {
    unitPrice: menu[large ? 'large' : item].price + cheese * menu.cheese.price,
    problem: unavailable ? 'ITEM_UNAVAILABLE' : invalid ? 'CHOICE_INVALID' : null,
    takes: used.filter(([thing, pieces]) => pieces > 0 && menu[thing].stock !== null),
  };
}
