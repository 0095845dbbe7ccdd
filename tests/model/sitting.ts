import type { As } from '../support/as.ts';
import { dataOf } from '../support/as.ts';
import { cartOf, guest } from '../support/build.ts';
import { type Diner, stockOf, tidy } from './diner.ts';
import type { Shown } from './predict.ts';
import { type Answered, asking, requestOf } from './request.ts';
import { Refused, type State } from './state.ts';
import type { Verb } from './verbs.ts';

interface Done {
  readonly done?: { readonly cart?: Answered; readonly order?: Answered; readonly replayed?: boolean };
  readonly cart?: Answered;
  readonly order?: Answered;
}

/** What a verb was answered, with what it showed. */
export interface Answer {
  readonly answer: 'OK' | Refused;
  readonly cart?: object;
  /** And which of the guest's it is. */
  readonly order?: object;
  readonly index?: number;
  readonly replayed?: boolean;
}

/** One guest's stay at a diner through the front door: says verbs, and keeps the ids of what was answered. */
export class Sitting {
  private orders: Answered[] = [];
  private placed: Record<string, unknown> | null = null;

  private constructor(
    private readonly diner: Diner,
    private readonly guest: As,
    private cart: Answered,
  ) {}

  static async begin(diner: Diner): Promise<Sitting> {
    await tidy(diner);
    const anna = await guest(diner.app, diner.place);
    const { id } = await cartOf(anna, diner.place);
    return new Sitting(diner, anna, { id, lines: [] });
  }

  async say(verb: Verb, before: State): Promise<Answer> {
    const { cart, orders, placed } = this;
    const { text, variables } = requestOf(verb, { ...this.diner, cart, orders, placed }, before);
    const who = 'who' in verb ? verb.who : 'guest';
    const viewer = who === 'guest' ? this.guest : this.diner.viewers[who];
    const { data, errors } = await viewer.raw<Done>(text, variables);
    if (errors?.[0]) return { answer: refusedBy(errors[0].extensions as unknown as Problem) };
    const { done, cart: changed = done?.cart, order } = data!;
    if (changed) {
      this.cart = changed;
      return { answer: 'OK', cart: cartOfAnswer(changed) };
    }
    const shown = done?.order ?? order;
    if (!shown) return { answer: 'OK' };
    const replayed = done?.replayed;
    // What is ordered is no longer in the cart.
    if (done && !replayed) this.cart = { ...cart, lines: [] };
    if (replayed !== undefined) this.placed = variables;
    const index = this.keep(shown);
    return {
      answer: 'OK',
      order: orderOfAnswer(shown),
      index,
      ...(replayed === undefined ? {} : { replayed }),
    };
  }

  /** Everything, as the guest reads it now; and what is counted, which no guest sees. */
  async look(): Promise<Shown> {
    const ids = this.orders.map(({ id }, index) => [`o${index}`, id] as const);
    const names = ids.map(([name]) => `, $${name}: UUID!`).join('');
    const fields = ids.map(([name]) => `${name}: order(id: $${name}) { ...O }`).join(' ');
    const { text, variables } = asking(`query($cart: UUID!${names}) { cart(id: $cart) { ...C } ${fields} }`, {
      cart: this.cart.id,
      ...Object.fromEntries(ids),
    });
    const { cart, ...orders } = dataOf(await this.guest.raw<Record<string, Answered>>(text, variables));
    return {
      cart: cartOfAnswer(cart!),
      orders: Object.values(orders).map(orderOfAnswer),
      stock: await stockOf(this.diner),
    } as Shown;
  }

  private keep(order: Answered): number {
    const index = this.orders.findIndex(({ id }) => id === order.id);
    if (index < 0) return this.orders.push(order) - 1;
    this.orders[index] = order;
    return index;
  }
}

interface Problem {
  readonly code: string;
  readonly problem?: { readonly currentVersion?: number; readonly currentTotal?: number };
}

function refusedBy({ code, problem }: Problem): Refused {
  return new Refused(code, problem?.currentVersion, problem?.currentTotal);
}

function cartOfAnswer({ id: _, lines, ...cart }: Answered) {
  return {
    ...plain(cart),
    lines: lines.map(({ id: _, problem, ...line }) => ({
      ...plain(line),
      problem: (problem as { code: string } | null)?.code ?? null,
    })),
  };
}

function orderOfAnswer({ id: _, lines, ...order }: Answered) {
  return { ...plain(order), lines: lines.map(({ id: _, ...line }) => plain(line)) };
}

/** Money as its amount. */
function plain(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value !== null && typeof value === 'object' ? (value as { amount: number }).amount : value,
    ]),
  );
}
