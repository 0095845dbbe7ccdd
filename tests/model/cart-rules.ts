import { meant, type Sums, sumsOf } from './bill.ts';
import { type Choice, choices, type Menu, priced, type Thing } from './menu.ts';
import { type Cart, type CartLine, Refused, type State } from './state.ts';
import type { Verb } from './verbs.ts';

type CartVerb = Extract<Verb, { does: 'add' | 'quantity' | 'note' | 'remove' | 'clear' | 'agree' | 'tip' }>;

/** What a verb makes of the guest's cart; throws what it is refused with. */
export function changeCart(state: State, verb: CartVerb): void {
  const { cart } = state;
  const before = cartSums(state).total;
  if ('quantity' in verb && (verb.quantity < 1 || verb.quantity > 99)) throw new Refused('BAD_USER_INPUT');
  take(cart, verb.seen, verb.does === 'add' ? 'ADD' : verb.does === 'clear' ? 'EMPTY' : 'EDIT');
  if (verb.does === 'add') add(state, verb);
  if (verb.does === 'clear') empty(cart);
  if (verb.does === 'agree') for (const line of cart.lines) agree(state, line);
  if (verb.does === 'tip') tip(state, verb.tip);
  if ('line' in verb) {
    const line = cart.lines[verb.line];
    if (!line) throw new Refused('NOT_FOUND');
    if (verb.does === 'remove') cart.lines.splice(verb.line, 1);
    if (verb.does === 'quantity') agree(state, Object.assign(line, { quantity: verb.quantity }));
    if (verb.does === 'note') note(state, line, verb.note);
  }
  // One that prices have driven beyond the limit may be changed still, to what makes it no dearer.
  const most = verb.does === 'add' ? 0 : Math.min(before, mostInt);
  assertPayable(Math.min(cartSums(state).total, mostInt), most);
}

/** What an amount reads as at most. */
const mostInt = 2_147_483_647;

/** Raises its version. One who adds has to have seen it since it was emptied, or need not say; all others have to have seen it as it is. */
export function take(cart: Cart, seen: number | null, how: 'EDIT' | 'ADD' | 'EMPTY'): void {
  const version = cart.version + (seen ?? 0);
  const oldest = how === 'ADD' ? cart.emptied : cart.version;
  if (version < oldest || version > cart.version) throw new Refused('CONFLICT', cart.version);
  cart.version += 1;
  if (how === 'EMPTY') cart.emptied = cart.version;
}

export function empty(cart: Cart): void {
  cart.lines = [];
  cart.tip = null;
}

export function cartSums({ house, menu, cart }: State): Sums {
  const lines = cart.lines.map(({ choice, quantity }) => ({
    amount: priced(menu, choice).unitPrice * quantity,
    rate: rateOf(house, choice),
    discount: null,
  }));
  return sumsOf(lines, { ...house, discount: null, tip: cart.tip });
}

export function rateOf({ rate, sweetRate }: State['house'], { item }: Choice): number {
  return item === 'cake' ? sweetRate : rate;
}

export function problemOf({ menu, cart }: State, { choice, agreed }: CartLine): string | null {
  const { problem, unitPrice, takes } = priced(menu, choice);
  if (problem) return problem;
  if (takes.some(([thing]) => wanted(menu, cart, thing) > menu[thing].stock!)) return 'ITEM_UNAVAILABLE';
  return agreed === unitPrice ? null : 'PRICE_CHANGED';
}

/** Of something that is counted, by all lines that can be ordered. */
function wanted(menu: Menu, { lines }: Cart, thing: Thing): number {
  const pieces = lines.flatMap(({ choice, quantity }) => {
    const { problem, takes } = priced(menu, choice);
    return problem ? [] : takes.map(([one, each]) => (one === thing ? each * quantity : 0));
  });
  return pieces.reduce((sum, each) => sum + each, 0);
}

export function assertPayable(total: number, most = 0): void {
  if (total > Math.max(1_000_000_000, most)) throw new Refused('CART_FULL');
}

function add({ menu, cart }: State, verb: Extract<Verb, { does: 'add' }>): void {
  const { note, course, quantity } = verb;
  const choice = choices[verb.choice]!;
  const { problem, unitPrice } = priced(menu, choice);
  if (problem) throw new Refused(problem);
  const same = cart.lines.find((line) => isSame(line, { choice, note, course }));
  const line = same ?? { choice, note, course, quantity: 0, agreed: 0 };
  if (!same) cart.lines.push(line);
  line.quantity += quantity;
  line.agreed = unitPrice;
  assertNotFull(cart);
}

/** A line that has become the same choice as another goes into that. */
function note(state: State, line: CartLine, said: string | null): void {
  const { cart } = state;
  const same = cart.lines.find((one) => one !== line && isSame(one, { ...line, note: said }));
  if (same) {
    same.quantity += line.quantity;
    cart.lines.splice(cart.lines.indexOf(line), 1);
  } else {
    line.note = said;
    agree(state, line);
  }
  assertNotFull(cart);
}

function agree({ menu }: State, line: CartLine): void {
  line.agreed = priced(menu, line.choice).unitPrice;
}

function tip(state: State, given: NonNullable<Cart['tip']>): void {
  state.cart.tip = given;
  const { subtotal } = cartSums(state);
  if ('amount' in given && meant(given, subtotal) > 2 * subtotal) throw new Refused('BAD_USER_INPUT');
}

type Same = Pick<CartLine, 'choice' | 'note' | 'course'>;

function isSame(one: Same, other: Same): boolean {
  return one.choice === other.choice && one.note === other.note && one.course === other.course;
}

function assertNotFull({ lines }: Cart): void {
  if (lines.some(({ quantity }) => quantity > 99)) throw new Refused('CART_FULL');
}
