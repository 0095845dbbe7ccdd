import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AddToOrderDocument,
  ClearCartDocument,
  EditItemDocument,
  OpenCartDocument,
  ParseOrderDocument,
  PlaceOrderDocument,
  SetAcceptingOrdersDocument,
  SetCartFulfilmentDocument,
  type SetCartFulfilmentInput,
  UpdateRestaurantDocument,
  type UpdateRestaurantInput,
} from '../../schema/operations.ts';
import { weekdays } from '../../src/restaurants/opening-hours.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, key, type Place, place, staff } from '../support/build.ts';
import { add, type Cart, look, refusalOf, tryToAdd } from './cart.ts';

let app: TestApp;
let here: Place;
let anna: As;
/** What time it is, as the app is told: years ahead, so that no job of a moment here is due. */
let now: Date;

beforeAll(async () => {
  app = await startApp({ clock: () => now });
});

beforeEach(async () => {
  now = new Date('2030-06-10T07:00:00Z');
  here = await place(app);
  anna = await guest(app, here);
});

afterAll(() => app.close());

const evening = '2030-06-10T17:00:00.000Z';

type Wish = Pick<SetCartFulfilmentInput, 'fulfilment' | 'wishedAt'>;
type Seen = Pick<Cart, 'id' | 'version'>;

const wanting = ({ id, version }: Seen, wish: Wish) => ({
  input: { cartId: id, cartVersion: version, ...wish },
});

async function want(viewer: As, cart: Seen, wish: Wish): Promise<Cart> {
  return (await viewer.ask(SetCartFulfilmentDocument, wanting(cart, wish))).setCartFulfilment;
}

const aCoke = () => ({ itemId: here.coke.id, quantity: 1 });

async function update(input: UpdateRestaurantInput): Promise<void> {
  await here.owner.ask(UpdateRestaurantDocument, { restaurantId: here.id, expectedVersion: 1, input });
}

const serveInTheEvening = () => {
  const windows = weekdays.map((day) => ({ day, spans: [{ from: '18:00', to: '23:00' }] }));
  return here.owner.ask(EditItemDocument, { id: here.coke.id, input: { windows } });
};

const placing = ({ id, version }: Seen, more: object = {}) => ({
  cartId: id,
  cartVersion: version,
  customerName: 'Anna',
  idempotencyKey: key(),
  ...more,
});

describe('a cart says how and when it is wanted', () => {
  test('as usual where it is filled, until somebody says otherwise', async () => {
    const cart = await add(anna, await cartOf(anna, here), aCoke());
    expect([cart.fulfilment, cart.wishedAt]).toEqual(['DINE_IN', null]);
    const later = await want(anna, cart, { fulfilment: 'PICKUP', wishedAt: evening });
    expect([later.fulfilment, later.wishedAt, later.version]).toEqual(['PICKUP', evening, cart.version + 1]);
    const again = await want(anna, later, { fulfilment: null, wishedAt: null });
    expect([again.fulfilment, again.wishedAt]).toEqual(['DINE_IN', null]);
  });

  test('and what it comes to goes by that: nobody serves what is taken away', async () => {
    await update({ servicePerMillion: 100_000, serviceDineInOnly: true });
    const cart = await add(anna, await cartOf(anna, here), aCoke());
    expect(cart.total.amount).toBe(275);
    const taken = await want(anna, cart, { fulfilment: 'PICKUP', wishedAt: null });
    expect(taken.total.amount).toBe(250);
    const { placeOrder } = await anna.ask(PlaceOrderDocument, placing(taken, { expectedTotal: 250 }));
    expect([placeOrder.order.fulfilment, placeOrder.order.total.amount]).toEqual(['PICKUP', 250]);
  });

  test('so a dish of the evening is ordered in the morning, for the evening', async () => {
    await serveInTheEvening();
    const empty = await cartOf(anna, here);
    expect(await tryToAdd(anna, empty, aCoke())).toBe('OUTSIDE_WINDOW');
    const cart = await add(
      anna,
      await want(anna, empty, { fulfilment: 'PICKUP', wishedAt: evening }),
      aCoke(),
    );
    expect(cart.lines[0]!.problems).toEqual([]);
    const soon = await want(anna, cart, { fulfilment: 'PICKUP', wishedAt: null });
    expect(soon.lines[0]!.problem!.code).toBe('OUTSIDE_WINDOW');
    const again = await want(anna, soon, { fulfilment: 'PICKUP', wishedAt: evening });
    const { placeOrder } = await anna.ask(PlaceOrderDocument, placing(again));
    expect([placeOrder.order.fulfilment, placeOrder.order.wishedAt]).toEqual(['PICKUP', evening]);
    const next = await look(anna, again);
    expect([next.fulfilment, next.wishedAt]).toEqual(['DINE_IN', null]);
  });

  test('also when it is said in words', async () => {
    await serveInTheEvening();
    const breakfast = weekdays.map((day) => ({ day, spans: [{ from: '08:00', to: '11:00' }] }));
    await here.owner.ask(EditItemDocument, { id: here.pizza.id, input: { windows: breakfast } });
    const wish = { fulfilment: 'PICKUP', wishedAt: evening } as const;
    const saying = ({ id, version }: Seen) => ({
      restaurantSlug: here.slug,
      text: 'a coke and a margherita',
      cartId: id,
      cartVersion: version,
      idempotencyKey: key(),
    });
    const cart = await want(anna, await cartOf(anna, here), wish);
    const { parseOrder } = await anna.ask(ParseOrderDocument, saying(cart));
    expect(parseOrder.cart.lines.map(({ title }) => title)).toEqual(['Coke']);
    expect(parseOrder.warnings.map(({ code }) => code)).toEqual(['OUTSIDE_WINDOW']);
    const soon = await want(anna, parseOrder.cart, { fulfilment: 'PICKUP', wishedAt: null });
    const again = await anna.ask(ParseOrderDocument, saying(soon));
    expect(again.parseOrder.cart.lines.map(({ title }) => title)).toEqual(['Coke', 'Margherita']);
  });

  test('placing may say otherwise still, and a time that has passed is none', async () => {
    const cart = await add(anna, await cartOf(anna, here), aCoke());
    const later = await want(anna, cart, { fulfilment: 'PICKUP', wishedAt: evening });
    now = new Date('2030-06-10T17:30:00Z');
    expect((await look(anna, later)).wishedAt).toBeNull();
    const { placeOrder } = await anna.ask(PlaceOrderDocument, placing(later));
    expect(placeOrder.order.wishedAt).toBeNull();
    const other = await add(anna, await look(anna, later), aCoke());
    const wished = await want(anna, other, { fulfilment: 'PICKUP', wishedAt: '2030-06-10T19:00:00Z' });
    const { order } = (await anna.ask(PlaceOrderDocument, placing(wished, { fulfilment: 'DINE_IN' })))
      .placeOrder;
    expect([order.fulfilment, order.wishedAt]).toEqual(['DINE_IN', null]);
  });

  test('clearing it forgets that', async () => {
    const cart = await want(anna, await cartOf(anna, here), { fulfilment: 'PICKUP', wishedAt: evening });
    const { clearCart } = await anna.ask(ClearCartDocument, {
      input: { cartId: cart.id, cartVersion: cart.version },
    });
    expect([clearCart.fulfilment, clearCart.wishedAt]).toEqual(['DINE_IN', null]);
  });

  test.each<[string, Wish]>([
    ['FULFILMENT_UNAVAILABLE', { fulfilment: 'DELIVERY', wishedAt: null }],
    ['BAD_USER_INPUT', { fulfilment: 'DINE_IN', wishedAt: evening }],
    ['BAD_USER_INPUT', { fulfilment: null, wishedAt: evening }],
    ['BAD_USER_INPUT', { fulfilment: 'PICKUP', wishedAt: '2030-06-10T06:59:59Z' }],
    ['BAD_USER_INPUT', { fulfilment: 'PICKUP', wishedAt: '2030-06-17T07:00:01Z' }],
    ['BAD_USER_INPUT', { fulfilment: 'PICKUP', wishedAt: '2999-01-01T00:00:00Z' }],
  ])('and refuses with %s: %j', async (code, wish) => {
    await update({ fulfilments: ['DINE_IN', 'PICKUP'] });
    const cart = await cartOf(anna, here);
    expect(await anna.codeOf(SetCartFulfilmentDocument, wanting(cart, wish))).toBe(code);
    expect((await look(anna, cart)).version).toBe(cart.version);
  });

  test('nor to eat here without a table, nor with a stale version', async () => {
    const bert = await guest(app, { slug: here.slug });
    const cart = await cartOf(bert, here);
    expect(cart).toMatchObject({ fulfilment: 'PICKUP' });
    const sit = { fulfilment: 'DINE_IN', wishedAt: null } as const;
    expect(await bert.codeOf(SetCartFulfilmentDocument, wanting(cart, sit))).toBe('BAD_USER_INPUT');
    await want(bert, cart, { fulfilment: 'PICKUP', wishedAt: evening });
    const stale = wanting(cart, { fulfilment: 'PICKUP', wishedAt: null });
    const refusal = await refusalOf(() => bert.ask(SetCartFulfilmentDocument, stale));
    expect(refusal.code).toBe('CONFLICT');
    expect((await look(bert, cart)).wishedAt).toBe(evening);
  });

  test('staff say it of the carts they fill', async () => {
    const floor = await staff(app, here.id, 'FLOOR');
    const { openCart } = await floor.ask(OpenCartDocument, { restaurantSlug: here.slug, asStaff: true });
    const cart = await add(floor, openCart, aCoke());
    const later = await want(floor, cart, { fulfilment: 'PICKUP', wishedAt: evening });
    expect(
      await anna.codeOf(SetCartFulfilmentDocument, wanting(later, { fulfilment: null, wishedAt: null })),
    ).toBe('NOT_FOUND');
    const { placeOrder } = await floor.ask(PlaceOrderDocument, placing(later));
    expect(placeOrder.order.wishedAt).toBe(evening);
  });
});

describe('what is wanted later', () => {
  test('is not refused by a pause that is over by then', async () => {
    const cart = await add(anna, await cartOf(anna, here), aCoke());
    const pause = { restaurantId: here.id, accepting: false, until: '2030-06-10T10:00:00Z' };
    await here.owner.ask(SetAcceptingOrdersDocument, { input: pause });
    expect(await anna.codeOf(PlaceOrderDocument, placing(cart, { fulfilment: 'PICKUP' }))).toBe(
      'ORDERS_PAUSED',
    );
    const wish = { fulfilment: 'PICKUP', wishedAt: evening };
    expect(await anna.codeOf(PlaceOrderDocument, placing(cart, wish))).toBe('OK');
  });

  test('is added to by what is served then', async () => {
    const breakfast = weekdays.map((day) => ({ day, spans: [{ from: '08:00', to: '11:00' }] }));
    await here.owner.ask(EditItemDocument, { id: here.pizza.id, input: { windows: breakfast } });
    await serveInTheEvening();
    const wish = { fulfilment: 'PICKUP', wishedAt: evening } as const;
    const first = await add(anna, await want(anna, await cartOf(anna, here), wish), aCoke());
    const { order } = (await anna.ask(PlaceOrderDocument, placing(first))).placeOrder;
    const adding = ({ id, version }: Seen) => ({
      orderId: order.id,
      expectedVersion: order.version,
      cartId: id,
      cartVersion: version,
      idempotencyKey: key(),
    });
    const toast = await add(anna, await cartOf(anna, here), { itemId: here.pizza.id, quantity: 1 });
    expect(await anna.codeOf(AddToOrderDocument, adding(toast))).toBe('OUTSIDE_WINDOW');
    const { clearCart } = await anna.ask(ClearCartDocument, {
      input: { cartId: toast.id, cartVersion: toast.version },
    });
    const more = await add(anna, await want(anna, clearCart, wish), aCoke());
    const { addToOrder } = await anna.ask(AddToOrderDocument, adding(more));
    expect(addToOrder.order.lines).toHaveLength(2);
  });
});
