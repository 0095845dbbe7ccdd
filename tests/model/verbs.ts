import fc from 'fast-check';
import { things } from './menu.ts';

/** Whoever asks: the guest whose order it is, another one, or somebody of the staff. */
export const viewers = ['guest', 'stranger', 'KITCHEN', 'FLOOR', 'OWNER'] as const;

export type Viewer = (typeof viewers)[number];

/** Which of those that there are, counted round; 99 is one that there is not. */
export const order = fc.constantFrom<number>(...most(0, 8), 1, 1, 2, 99);
export const line = fc.constantFrom<number>(...most(0, 6), ...most(1, 5), 2, 3, 99);
/** How far from the true one the version is that somebody saw. */
const seen = fc.constantFrom(...Array.from({ length: 14 }, () => 0), -1, 1);
const who = fc.constantFrom<Viewer>(...most<Viewer>('OWNER', 9), 'KITCHEN', 'FLOOR', 'guest', 'stranger');
const cook = fc.constantFrom<Viewer>(
  'OWNER',
  'OWNER',
  'KITCHEN',
  'KITCHEN',
  'FLOOR',
  'FLOOR',
  'guest',
  'stranger',
);
const expected = fc.constantFrom<'right' | 'wrong' | 'none'>('right', 'right', 'none', 'wrong');
const off = fc.oneof(
  fc.record({ amount: fc.constantFrom(0, 1, 99, 700, 5_000) }),
  fc.record({ perMillion: fc.constantFrom(0, 33_333, 125_000, 500_000, 1_000_000) }),
);
const pieces = fc.constantFrom(...most(1, 8), 2, 2, 2, 3, 3, 7, 7, 60, 99, 100, 0);

/** The way of an order that comes to something. */
export const steps = ['ACCEPTED', 'PREPARING', 'READY', 'COMPLETED'] as const;

/** And of a line. */
export const stages = ['WAITING', 'FIRED', 'READY', 'SERVED'] as const;

/** What may be said of each. */
export const kinds = {
  add: fc.record({
    choice: fc.constantFrom(...most([0, 1, 2, 3, 4], 3).flat(), 5),
    quantity: pieces,
    note: fc.constantFrom(null, null, 'warm'),
    course: fc.constantFrom(null, null, 1, 2),
    seen: fc.oneof(seen, fc.constant(null)),
  }),
  quantity: fc.record({ line, quantity: pieces, seen }),
  note: fc.record({ line, note: fc.constantFrom(null, 'warm'), seen }),
  remove: fc.record({ line, seen }),
  clear: fc.record({ seen }),
  agree: fc.record({ seen }),
  tip: fc.record({ tip: off, seen }),
  hold: fc.record({ thing: fc.constantFrom(...things), available: fc.boolean(), who: cook }),
  stock: fc.record({
    thing: fc.constantFrom(...things),
    remaining: fc.constantFrom(null, 0, 1, 3, 10),
    who: cook,
  }),
  price: fc.record({
    thing: fc.constantFrom<'coke' | 'cake' | 'large'>('coke', 'cake', 'large'),
    price: fc.constantFrom(0, 199, 333, 1_601, 100_000_000),
    who,
  }),
  pause: fc.record({ accepting: fc.boolean(), who: fc.constantFrom<Viewer>('FLOOR', 'OWNER', 'KITCHEN') }),
  place: fc.record({ expected, seen }),
  placeAgain: fc.record({ same: fc.boolean() }),
  addToOrder: fc.record({ order, expected, seen, seenOrder: seen }),
  move: fc.record({
    order,
    to: fc.constantFrom(
      ...most('next' as const, 4),
      ...steps,
      ...most('CANCELLED' as const, 4),
      'REJECTED' as const,
    ),
    reason: fc.constantFrom(...most('right' as const, 7), 'wrong' as const),
    who: cook,
    seen,
  }),
  moveLines: fc.record({
    order,
    to: fc.constantFrom(...most('next' as const, 6), ...stages, 'FIRED' as const),
    of: fc.oneof(
      fc.record({ lines: fc.uniqueArray(line, { minLength: 1, maxLength: 3 }) }),
      fc.record({ course: fc.constantFrom(1, 2) }),
    ),
    who: cook,
    seen,
  }),
  voidLine: fc.record({
    order,
    line,
    quantity: fc.constantFrom(null, 1, 1, 2, 60),
    restock: fc.boolean(),
    who,
    seen,
  }),
  discount: fc.record({ order, line: fc.oneof(line, fc.constant(null)), off, who, seen }),
  removeDiscount: fc.record({ order, line: fc.oneof(line, fc.constant(null)), who, seen }),
};

type Kinds = typeof kinds;

/** What somebody does, as data: it can be said again, and made smaller. */
export type Verb = {
  [K in keyof Kinds]: { readonly does: K } & (Kinds[K] extends fc.Arbitrary<infer V> ? V : never);
}[keyof Kinds];

export const verbNames = Object.keys(kinds) as Verb['does'][];

/** Something said, of some of what may be. */
export function said<D extends Verb['does']>(does: D, values: fc.Arbitrary<object>): fc.Arbitrary<Verb> {
  return values.map((value) => ({ does, ...value }) as unknown as Verb);
}

function most<T>(one: T, times: number): T[] {
  return Array.from({ length: times }, () => one);
}
