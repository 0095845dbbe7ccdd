import fc from 'fast-check';
import { kinds, line, order, said, type Verb } from './verbs.ts';

/** The rest come half as often as a cart is filled. */
const weights: Partial<Record<Verb['does'], number>> = {
  add: 7,
  place: 3,
  addToOrder: 4,
  move: 7,
  moveLines: 7,
  voidLine: 4,
  discount: 4,
  clear: 1,
  pause: 1,
};

const verb = fc.oneof(
  ...Object.entries(kinds).map(([does, values]) => ({
    weight: weights[does as Verb['does']] ?? 2,
    arbitrary: said(does as Verb['does'], values),
  })),
);

const wanted = fc.record({
  choice: fc.constantFrom(0, 1, 2, 3, 4),
  quantity: fc.constantFrom(1, 2, 3, 7),
  note: fc.constant(null),
  course: fc.constantFrom(null, 1, 2),
  seen: fc.constant(0),
});
const sure = { who: fc.constant('OWNER'), seen: fc.constant(0) };
const ordered = said(
  'place',
  fc.record({ expected: fc.constantFrom('right', 'none'), seen: fc.constant(0) }),
);
const counted = said(
  'stock',
  kinds.stock.map((one) => ({ ...one, remaining: 10, who: 'OWNER' })),
);
const added = said('add', wanted);
const onward = said(
  'move',
  fc.record({ order, to: fc.constant('next'), reason: fc.constant('right'), ...sure }),
);
/** What only goes through after something else. */
const pairs = fc.oneof(
  fc.tuple(
    said('voidLine', fc.record({ order, line, quantity: fc.constant(1), restock: fc.boolean(), ...sure })),
    said('move', fc.record({ order, to: fc.constant('CANCELLED'), reason: fc.constant('right'), ...sure })),
  ),
  fc.tuple(added, said('addToOrder', kinds.addToOrder)),
  fc.tuple(added, ordered),
  fc.tuple(counted, added),
  fc.tuple(said('add', kinds.add), said('price', kinds.price)),
  fc.tuple(
    added,
    fc.oneof(said('remove', kinds.remove), said('quantity', kinds.quantity), said('note', kinds.note)),
  ),
  fc
    .tuple(
      fc.array(onward, { minLength: 1, maxLength: 3, size: 'max' }),
      fc.oneof(said('move', kinds.move), said('moveLines', kinds.moveLines)),
    )
    .map(([moves, last]) => [...moves, last]),
);

/** Something is put into the cart and most often ordered: what else can happen wants that. */
export const sequences: fc.Arbitrary<readonly Verb[]> = fc
  .tuple(
    fc.array(counted, { maxLength: 1 }),
    fc.array(added, { minLength: 1, maxLength: 3 }),
    fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 6, arbitrary: fc.tuple(ordered) }),
    fc.array(fc.oneof({ weight: 2, arbitrary: fc.tuple(verb) }, { weight: 1, arbitrary: pairs }), {
      maxLength: 9,
      size: 'max',
    }),
  )
  .map(([counts, adds, orders, rest]) => [...counts, ...adds, ...orders, ...rest.flat()]);
