// Longer than 200 lines because every verb's text stands here beside its variables.
import { randomUUIDv7 } from 'node:crypto';
import type { Place } from '../support/build.ts';
import { key } from '../support/build.ts';
import { choices, type Thing } from './menu.ts';
import { expectedOf } from './place-rules.ts';
import type { State } from './state.ts';
import type { Verb } from './verbs.ts';

/** What the front door has shown of a cart or an order, with the ids to say more about it. */
export interface Answered {
  readonly id: string;
  readonly lines: readonly ({ readonly id: string } & Record<string, unknown>)[];
  readonly [field: string]: unknown;
}

export interface Known {
  readonly place: Place;
  readonly things: Readonly<Record<Thing, string>>;
  readonly cart: Answered;
  readonly orders: readonly Answered[];
  /** The variables of the placing that went through last. */
  readonly placed: Record<string, unknown> | null;
}

export interface Request {
  readonly text: string;
  readonly variables: Record<string, unknown>;
}

export const cartParts = `fragment C on Cart { id version subtotal { amount } service { amount } tip { amount } tax { amount }
  total { amount } lines { id quantity note course unitPrice { amount } agreedPrice { amount } problem { code } } }`;
export const orderParts = `fragment O on Order { id version status subtotal { amount } discounts { amount } service { amount }
  tip { amount } tax { amount } total { amount } lines { id quantity voided status round unitPrice { amount } } }`;

/** A verb as a client says it: as far as it names versions and totals, those of what is known, and as far from them as the verb wants. */
export function requestOf(verb: Verb, known: Known, before: State): Request {
  const { cart, orders, things, place } = known;
  const cartVersion = (seen: number) => before.cart.version + seen;
  const edit = (seen: number) => ({ cartId: cart.id, cartVersion: cartVersion(seen) });
  const cartLine = (index: number) => cart.lines[index]?.id ?? randomUUIDv7();
  const of = (index: number, seen: number) => ({
    orderId: orders[index]?.id ?? randomUUIDv7(),
    expectedVersion: (before.orders[index]?.version ?? 1) + seen,
  });
  const orderLine = (order: number, index: number) => orders[order]?.lines[index]?.id ?? randomUUIDv7();
  switch (verb.does) {
    case 'add': {
      const { item, large, cheese, noBasil } = choices[verb.choice]!;
      const { quantity, note, course, seen } = verb;
      const line = {
        itemId: things[item],
        variantId: large ? things.large : null,
        withIds: Array.from({ length: cheese }, () => things.cheese),
        withoutIds: noBasil ? [things.basil] : [],
        ...{ quantity, note, course },
      };
      const input = { cartId: cart.id, cartVersion: seen === null ? null : cartVersion(seen), lines: [line] };
      return asking(
        'mutation($input: AddToCartInput!, $key: IdempotencyKey!) { done: addToCart(input: $input, idempotencyKey: $key) { cart { ...C } } }',
        { input, key: key() },
      );
    }
    case 'quantity':
      return asking(
        'mutation($input: SetQuantityInput!) { cart: setCartLineQuantity(input: $input) { ...C } }',
        {
          input: { ...edit(verb.seen), lineId: cartLine(verb.line), quantity: verb.quantity },
        },
      );
    case 'note':
      return asking('mutation($input: SetNoteInput!) { cart: setCartLineNote(input: $input) { ...C } }', {
        input: { ...edit(verb.seen), lineId: cartLine(verb.line), note: verb.note },
      });
    case 'remove':
      return asking(
        'mutation($input: CartEditInput!, $lineId: UUID!) { cart: removeCartLine(input: $input, lineId: $lineId) { ...C } }',
        { input: edit(verb.seen), lineId: cartLine(verb.line) },
      );
    case 'clear':
      return asking('mutation($input: CartEditInput!) { cart: clearCart(input: $input) { ...C } }', {
        input: edit(verb.seen),
      });
    case 'agree':
      return asking('mutation($input: CartEditInput!) { cart: acceptPrices(input: $input) { ...C } }', {
        input: edit(verb.seen),
      });
    case 'tip':
      return asking('mutation($input: SetCartTipInput!) { cart: setCartTip(input: $input) { ...C } }', {
        input: { ...edit(verb.seen), tip: verb.tip },
      });
    case 'hold': {
      const { noun, id } = nounOf(verb.thing, things);
      return asking(
        `mutation($id: UUID!, $available: Boolean!) { set${noun}Available(${noun.toLowerCase()}Id: $id, available: $available) { id } }`,
        { id, available: verb.available },
      );
    }
    case 'stock': {
      const { noun, id } = nounOf(verb.thing, things);
      return asking(`mutation($input: Set${noun}StockInput!) { set${noun}Stock(input: $input) { id } }`, {
        input: { [`${noun.toLowerCase()}Id`]: id, remaining: verb.remaining },
      });
    }
    case 'price': {
      const { noun, id } = nounOf(verb.thing, things);
      return asking(
        `mutation($id: UUID!, $input: Edit${noun}Input!) { edit${noun}(id: $id, input: $input) { id } }`,
        {
          id,
          input: { price: verb.price },
        },
      );
    }
    case 'pause':
      return asking(
        'mutation($input: SetAcceptingOrdersInput!) { setAcceptingOrders(input: $input) { id } }',
        {
          input: { restaurantId: place.id, accepting: verb.accepting },
        },
      );
    case 'place': {
      const expectedTotal = expectedOf(before, verb.expected);
      return placing({ ...edit(verb.seen), expectedTotal, key: key() });
    }
    case 'placeAgain': {
      const { placed } = known;
      if (!placed) return placing({ ...edit(0), expectedTotal: null, key: key() });
      return placing(verb.same ? placed : { ...placed, cartVersion: (placed['cartVersion'] as number) + 1 });
    }
    case 'addToOrder':
      return asking(
        `mutation($orderId: UUID!, $expectedVersion: Int!, $cartId: UUID!, $cartVersion: Int!, $expectedTotal: Int, $key: IdempotencyKey!) {
          done: addToOrder(orderId: $orderId, expectedVersion: $expectedVersion, cartId: $cartId, cartVersion: $cartVersion,
            expectedTotal: $expectedTotal, idempotencyKey: $key) { order { ...O } } }`,
        {
          ...of(verb.order, verb.seenOrder),
          ...edit(verb.seen),
          expectedTotal: expectedOf(before, verb.expected),
          key: key(),
        },
      );
    case 'move': {
      const ends = verb.to === 'REJECTED' || verb.to === 'CANCELLED';
      const reason = ends === (verb.reason === 'right') ? 'MISTAKE' : null;
      return asking(
        `mutation($orderId: UUID!, $expectedVersion: Int!, $to: OrderStatus!, $reason: EndReason) {
          order: moveOrder(orderId: $orderId, expectedVersion: $expectedVersion, to: $to, reason: $reason) { ...O } }`,
        { ...of(verb.order, verb.seen), to: verb.to, reason },
      );
    }
    case 'moveLines': {
      const lines =
        'lines' in verb.of
          ? { lineIds: verb.of.lines.map((index) => orderLine(verb.order, index)) }
          : { course: verb.of.course };
      return asking(
        `mutation($orderId: UUID!, $expectedVersion: Int!, $to: LineStage!, $lineIds: [UUID!], $course: Int) {
          order: moveLines(orderId: $orderId, expectedVersion: $expectedVersion, to: $to, lineIds: $lineIds, course: $course) { ...O } }`,
        { ...of(verb.order, verb.seen), to: verb.to, ...lines },
      );
    }
    case 'voidLine': {
      const { quantity, restock } = verb;
      const lineId = orderLine(verb.order, verb.line);
      return asking('mutation($input: VoidLineInput!) { order: voidLine(input: $input) { ...O } }', {
        input: { ...of(verb.order, verb.seen), lineId, quantity, restock, reason: 'Cold' },
      });
    }
    case 'discount':
      return asking(
        'mutation($input: DiscountOrderInput!) { order: discountOrder(input: $input) { ...O } }',
        {
          input: { ...of(verb.order, verb.seen), ...discounted(verb), discount: verb.off, reason: 'Late' },
        },
      );
    case 'removeDiscount':
      return asking(
        'mutation($input: RemoveDiscountInput!) { order: removeDiscount(input: $input) { ...O } }',
        {
          input: { ...of(verb.order, verb.seen), ...discounted(verb) },
        },
      );
  }

  function discounted({ order, line }: { readonly order: number; readonly line: number | null }) {
    return line === null ? {} : { lineId: orderLine(order, line) };
  }
}

/** With the fragments that it spreads. */
export function asking(text: string, variables: Record<string, unknown>): Request {
  const fragments = [text.includes('...C') ? cartParts : '', text.includes('...O') ? orderParts : ''];
  return { text: [text, ...fragments].join(' '), variables };
}

function placing(variables: Record<string, unknown>): Request {
  return asking(
    `mutation($cartId: UUID!, $cartVersion: Int!, $expectedTotal: Int, $key: IdempotencyKey!) {
      done: placeOrder(cartId: $cartId, cartVersion: $cartVersion, expectedTotal: $expectedTotal, idempotencyKey: $key) { replayed order { ...O } } }`,
    variables,
  );
}

function nounOf(
  thing: Thing,
  things: Known['things'],
): { noun: 'Item' | 'Variant' | 'Modifier'; id: string } {
  const noun = thing === 'large' ? 'Variant' : thing === 'cheese' || thing === 'basil' ? 'Modifier' : 'Item';
  return { noun, id: things[thing] };
}
