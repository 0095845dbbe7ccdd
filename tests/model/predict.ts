import { discount, voidLine } from './bill-rules.ts';
import { cartSums, changeCart, problemOf } from './cart-rules.ts';
import { priced } from './menu.ts';
import { isVoid, move, moveLines } from './move-rules.ts';
import { addToOrder, place } from './place-rules.ts';
import { Refused, type State } from './state.ts';
import type { Verb } from './verbs.ts';

/** What somebody is told, and how everything is then. */
export interface Prediction {
  readonly answer: 'OK' | Refused;
  readonly state: State;
}

/** What becomes of a verb by the rules. The state that it is asked in stays as it is. */
export function predict(before: State, verb: Verb): Prediction {
  const state = copyOf(before);
  try {
    (rules[verb.does] as (state: State, verb: Verb) => void)(state, verb);
    return { answer: 'OK', state };
  } catch (error) {
    if (error instanceof Refused) return { answer: error, state: before };
    throw error;
  }
}

type Rules = { [D in Verb['does']]: (state: State, verb: Extract<Verb, { does: D }>) => void };

const rules: Rules = {
  add: changeCart,
  quantity: changeCart,
  note: changeCart,
  remove: changeCart,
  clear: changeCart,
  agree: changeCart,
  tip: changeCart,
  hold: (state, verb) => offer(state, verb, { out: !verb.available }),
  stock: (state, verb) => offer(state, verb, { stock: verb.remaining }),
  price({ menu }, { thing, price, who }) {
    if (who === 'guest' || who === 'stranger') throw new Refused('NOT_FOUND');
    if (who !== 'OWNER') throw new Refused('FORBIDDEN');
    menu[thing] = { ...menu[thing], price };
  },
  pause(state, { accepting, who }) {
    if (who === 'KITCHEN') throw new Refused('FORBIDDEN');
    state.paused = !accepting;
  },
  place,
  placeAgain(state, { same }) {
    if (!state.placed) place(state, { does: 'place', expected: 'none', seen: 0 });
    else if (!same) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  },
  addToOrder,
  move,
  moveLines,
  voidLine,
  discount,
  removeDiscount: discount,
};

function offer(
  { menu }: State,
  { thing, who }: Extract<Verb, { does: 'hold' | 'stock' }>,
  change: { readonly out?: boolean; readonly stock?: number | null },
): void {
  if (who === 'guest' || who === 'stranger') throw new Refused('NOT_FOUND');
  menu[thing] = { ...menu[thing], ...change };
}

/** Choices are the same by being the same object. */
function copyOf(state: State): State {
  const { cart, orders, menu } = state;
  return {
    ...state,
    menu: { ...menu },
    cart: { ...cart, lines: cart.lines.map((line) => ({ ...line })) },
    orders: orders.map((order) => ({ ...order, lines: order.lines.map((line) => ({ ...line })) })),
  };
}

/** The cart and the orders as their guest reads them. */
export function shown(state: State) {
  const { cart, orders } = state;
  const { discounts: _, ...sums } = cartSums(state);
  const most = (amount: number) => Math.min(amount, 2 ** 31 - 1);
  return {
    cart: {
      version: cart.version,
      ...Object.fromEntries(Object.entries(sums).map(([name, amount]) => [name, most(amount)])),
      lines: cart.lines.map((line) => ({
        quantity: line.quantity,
        note: line.note,
        course: line.course,
        unitPrice: priced(state.menu, line.choice).unitPrice,
        agreedPrice: line.agreed,
        problem: problemOf(state, line),
      })),
    },
    stock: Object.fromEntries(
      Object.entries(state.menu).flatMap(([thing, { stock }]) => (stock === null ? [] : [[thing, stock]])),
    ),
    orders: orders.map((order) => ({
      version: order.version,
      status: order.status,
      ...order.sums,
      lines: order.lines.map((line) => ({
        quantity: line.quantity,
        voided: line.voided,
        status: isVoid(line) ? 'VOID' : line.stage,
        round: line.round,
        unitPrice: line.unitPrice,
      })),
    })),
  };
}

export type Shown = ReturnType<typeof shown>;
