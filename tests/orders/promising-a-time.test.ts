import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  AddToOrderDocument,
  KitchenTicketsDocument,
  MoveLinesDocument,
  MoveOrderDocument,
  type MoveOrderMutationVariables,
  OrderDocument,
  OrderHistoryDocument,
  PlaceOrderDocument,
  PreparationDocument,
  PromiseOrderDocument,
  TrackedOrderUpdatesDocument,
  TrackOrderDocument,
  VoidLineDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { countPrepared } from '../../src/orders/count-prepared.ts';
import { askingUntil } from '../events/asking-until.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, key, type Person, type Place, place, staff } from '../support/build.ts';
import { filledCart, type PlacedOrder, placedOrder } from '../support/order.ts';

const minuteMs = 60_000;

let app: TestApp;
let here: Place;
let anna: As;
let kim: Person;
let now: Date;

beforeAll(async () => {
  app = await startApp({ clock: () => now });
});

beforeEach(async () => {
  now = new Date('2030-05-01T12:00:00Z');
  here = await place(app);
  anna = await guest(app, here);
  kim = await staff(app, here.id, 'KITCHEN');
});

afterAll(() => app.close());

type Status = MoveOrderMutationVariables['to'];
type Standing = { readonly id: string; readonly version: number };

const later = (minutes: number): Date => new Date(now.getTime() + minutes * minuteMs);
const pass = (minutes: number): void => {
  now = later(minutes);
};
const seen = async (viewer: As, id: string) => (await viewer.ask(OrderDocument, { id })).order;
const preparation = async (viewer: As = kim) =>
  (await viewer.ask(PreparationDocument, { slug: here.slug })).restaurant.preparation;

async function moved({ id, version }: Standing, ...way: Status[]): Promise<Standing> {
  let order: Standing = { id, version };
  for (const to of way) {
    const reason = to === 'REJECTED' || to === 'CANCELLED' ? ('OTHER' as const) : null;
    const variables = { orderId: id, to, reason, expectedVersion: order.version };
    order = (await here.owner.ask(MoveOrderDocument, variables)).moveOrder;
  }
  return order;
}

/** Orders that took so many minutes each, one after the other. */
async function taken(...minutes: number[]): Promise<void> {
  for (const took of minutes) {
    const order = await moved(await placedOrder(anna, here), 'ACCEPTED', 'PREPARING');
    pass(took);
    await moved(order, 'READY', 'COMPLETED');
  }
}

async function wished(minutes: number): Promise<PlacedOrder> {
  const cart = await filledCart(anna, here);
  const { placeOrder } = await anna.ask(PlaceOrderDocument, {
    cartId: cart.id,
    cartVersion: cart.version,
    fulfilment: 'PICKUP',
    customerName: 'Anna',
    wishedAt: later(minutes).toISOString(),
    idempotencyKey: key(),
  });
  return placeOrder.order;
}

/** What the sweeper does every hour; this is another hour each time. */
async function count(): Promise<number> {
  await rows(app.database.em(), sql`delete from chore`);
  return (await rows(app.database.em(), countPrepared(now))).length;
}

const tenMinutes = Array.from({ length: 10 }, () => 10);

describe('when an order was ready', () => {
  test('is known from the move to READY on, and no more after a recall', async () => {
    const order = await moved(await placedOrder(anna, here), 'ACCEPTED', 'PREPARING');
    expect((await seen(kim, order.id)).readyAt).toBeNull();
    pass(7);
    const ready = await moved(order, 'READY');
    expect((await seen(kim, order.id)).readyAt).toBe(now.toISOString());
    const recall = { orderId: order.id, expectedVersion: ready.version, to: 'FIRED' as const, course: 1 };
    const { moveLines } = await kim.ask(MoveLinesDocument, recall);
    expect(await seen(kim, order.id)).toMatchObject({ status: 'PREPARING', readyAt: null });
    pass(3);
    await moved({ id: order.id, version: moveLines.version }, 'READY');
    const last = now.toISOString();
    pass(5);
    const { version } = await seen(kim, order.id);
    const serving = { orderId: order.id, expectedVersion: version, to: 'SERVED' as const, course: 1 };
    await kim.ask(MoveLinesDocument, serving);
    expect(await seen(kim, order.id)).toMatchObject({ status: 'READY', readyAt: last });
    await moved({ id: order.id, version: version + 1 }, 'COMPLETED');
    expect((await seen(kim, order.id)).readyAt).toBe(last);
  });

  test('is when the last line was bumped, or the last that was not is void', async () => {
    const bumped = await moved(await placedOrder(anna, here), 'ACCEPTED');
    const bump = { orderId: bumped.id, expectedVersion: bumped.version, to: 'READY' as const, course: 1 };
    await kim.ask(MoveLinesDocument, bump);
    expect((await seen(kim, bumped.id)).readyAt).toBe(now.toISOString());

    const cart = await filledCart(anna, here);
    const more = { cartId: cart.id, lines: [{ itemId: here.coke.id, note: 'No ice' }] };
    await anna.ask(AddToCartDocument, { input: more, idempotencyKey: key() });
    const two = await moved(await placedOrder(anna, here), 'ACCEPTED');
    const { lines } = await seen(kim, two.id);
    const standing = { orderId: two.id, expectedVersion: two.version };
    await kim.ask(MoveLinesDocument, { ...standing, to: 'READY', lineIds: [lines[0]!.id] });
    expect((await seen(kim, two.id)).readyAt).toBeNull();
    pass(3);
    const voiding = { orderId: two.id, expectedVersion: two.version + 1, lineId: lines[1]!.id };
    await here.owner.ask(VoidLineDocument, { input: { ...voiding, reason: 'It fell' } });
    expect(await seen(kim, two.id)).toMatchObject({ status: 'READY', readyAt: now.toISOString() });
  });
});

describe('what a restaurant knows of its orders', () => {
  test('is nothing at first, and how long the last ones took once they are ten', async () => {
    expect(await preparation()).toEqual({
      orders: 0,
      median: null,
      p90: null,
      promises: 0,
      medianOff: null,
      p90Off: null,
      kept: 0,
    });
    await taken(...tenMinutes.slice(1));
    await count();
    expect(await preparation()).toMatchObject({ orders: 9, median: null, p90: null });
    await taken(30);
    expect(await count()).toBeGreaterThan(0);
    expect(await preparation()).toMatchObject({ orders: 10, median: 600, p90: 720 });
    expect(await count()).toBe(0);
  }, 120_000);

  test('leaves out what is not ready, what was wanted for later and what is older than four weeks', async () => {
    await taken(...tenMinutes);
    await moved(await placedOrder(anna, here), 'CANCELLED');
    await placedOrder(anna, here);
    const order = await wished(120);
    pass(100);
    await moved(order, 'ACCEPTED', 'PREPARING', 'READY');
    await count();
    expect(await preparation()).toMatchObject({ orders: 10, median: 600, p90: 600, promises: 1 });
    pass(29 * 24 * 60);
    await count();
    expect(await preparation()).toMatchObject({ orders: 0, median: null, promises: 0 });
  });

  test('is counted once an hour, by whichever process comes first', async () => {
    await taken(...tenMinutes);
    const em = app.database.em();
    await count();
    await rows(
      em,
      sql`update orders set ready_at = ready_at + interval '1 minute' where ready_at is not null`,
    );
    expect(await rows(em, countPrepared(later(54)))).toEqual([]);
    expect(await rows(em, countPrepared(later(56)))).not.toEqual([]);
    expect((await preparation()).median).toBe(660);
  });
});

test('the app counts by itself, hour by hour', async () => {
  const own = await startApp({ clock: () => now, config: { sweepMs: 20 } });
  here = await place(own);
  [anna, kim] = [await guest(own, here), await staff(own, here.id, 'KITCHEN')];
  await taken(...tenMinutes);
  pass(60);
  await askingUntil(async () => (await preparation()).orders === 10);
  expect((await placedOrder(anna, here)).promisedAt).toBe(later(10).toISOString());
  await own.close();
});

describe('an order is promised', () => {
  test('nothing while nothing is known, and the moment it is wanted at', async () => {
    expect((await placedOrder(anna, here)).promisedAt).toBeNull();
    const { id, promisedAt } = await wished(90.002);
    expect(promisedAt).toBe('2030-05-01T13:30:00.120Z');
    expect((await seen(kim, id)).promisedAt).toBe(promisedAt);
  });

  test('for when half of the last ones were ready, which its guest, the kitchen and whoever has its code see', async () => {
    await taken(...tenMinutes);
    await count();
    const board = kim.live(KitchenTicketsDocument, { restaurantId: here.id });
    await board.at(0);
    const promisedAt = later(10).toISOString();
    const order = await placedOrder(anna, here);
    expect(order.promisedAt).toBe(promisedAt);
    for (const viewer of [anna, kim]) expect((await seen(viewer, order.id)).promisedAt).toBe(promisedAt);
    expect((await board.at(1)).kitchenTickets.ticket!.promisedAt).toBe(promisedAt);
    const { trackOrder } = await new As(app.url).ask(TrackOrderDocument, { code: order.trackingCode! });
    expect(trackOrder.promisedAt).toBe(promisedAt);
    expect((await wished(5)).promisedAt).toBe(promisedAt);
    expect((await wished(45)).promisedAt).toBe(later(45).toISOString());
    await kim.hangUp();
  });

  test('the later the more are ahead of it, as far as they added to the last ones', async () => {
    // Each waited two minutes for every one before it.
    for (let round = 0; round < 3; round += 1) {
      const began = now;
      const queue: Standing[] = [];
      for (let ahead = 0; ahead < 4; ahead += 1)
        queue.push(await moved(await placedOrder(anna, here), 'ACCEPTED', 'PREPARING'));
      for (const [ahead, order] of queue.entries()) {
        now = new Date(began.getTime() + (10 + 2 * ahead) * minuteMs);
        await moved(order, 'READY', 'COMPLETED');
      }
      await moved(await wished(60), 'ACCEPTED', 'PREPARING', 'READY', 'COMPLETED');
    }
    await count();
    const wait = async () => {
      const { promisedAt } = await placedOrder(anna, here);
      return (new Date(promisedAt!).getTime() - now.getTime()) / minuteMs;
    };
    const waits = [];
    for (let ahead = 0; ahead < 6; ahead += 1) waits.push(await wait());
    expect(waits).toEqual([10, 12, 14, 16, 18, 20]);
  });

  test('anew for what is added to it, never for sooner, and its first promise stays the one it is judged by', async () => {
    await taken(...tenMinutes);
    await count();
    const first = await placedOrder(anna, here);
    expect(first.promisedAt).toBe(later(10).toISOString());
    const more = async (expectedVersion: number) => {
      const cart = await filledCart(anna, here);
      const adding = { orderId: first.id, expectedVersion, cartId: cart.id, cartVersion: cart.version };
      return (await anna.ask(AddToOrderDocument, { ...adding, idempotencyKey: key() })).addToOrder.order;
    };
    pass(6);
    const fuller = await more(1);
    expect(fuller.promisedAt).toBe(later(10).toISOString());
    const promisedAt = later(45).toISOString();
    await kim.ask(PromiseOrderDocument, { orderId: first.id, expectedVersion: fuller.version, promisedAt });
    pass(2);
    expect((await more(fuller.version + 1)).promisedAt).toBe(promisedAt);
    const [judged] = await rows<{ at: string }>(
      app.database.em(),
      sql`select first_promised_at as at from orders where id = ${first.id}`,
    );
    expect(new Date(judged!.at)).toEqual(later(2));
  });

  test('by how many really are ahead: not those that are ready, over, for later, or forgotten', async () => {
    const ahead = async (): Promise<number> => {
      const { id } = await placedOrder(anna, here);
      const [row] = await rows<{ ahead: number }>(
        app.database.em(),
        sql`select queue_ahead as ahead from orders where id = ${id}`,
      );
      return row!.ahead;
    };
    expect(await ahead()).toBe(0);
    expect(await ahead()).toBe(1);
    await moved(await placedOrder(anna, here), 'ACCEPTED', 'PREPARING', 'READY');
    await moved(await placedOrder(anna, here), 'REJECTED');
    const forLater = await wished(120);
    expect(await ahead()).toBe(2);
    await moved(forLater, 'ACCEPTED', 'PREPARING');
    expect(await ahead()).toBe(4);
    pass(7 * 60);
    expect(await ahead()).toBe(0);
  });

  test('the same by two that are placed at once: one is ahead of the other', async () => {
    const guests = await Promise.all([1, 2, 3, 4].map(() => guest(app, here)));
    const placed = await Promise.all(guests.map((one) => placedOrder(one, here)));
    const found = await rows<{ ahead: number }>(
      app.database.em(),
      sql`select queue_ahead as ahead from orders where restaurant_id = ${here.id} order by number`,
    );
    expect(placed).toHaveLength(4);
    expect(found.map(({ ahead }) => ahead)).toEqual([0, 1, 2, 3]);
  });
});

describe('promiseOrder', () => {
  const promising = ({ id, version }: Standing, minutes = 20) => ({
    orderId: id,
    expectedVersion: version,
    promisedAt: later(minutes).toISOString(),
  });
  const code = (viewer: As, order: Standing, wish: object = {}) =>
    viewer.codeOf(PromiseOrderDocument, { ...promising(order), ...wish });

  test('moves the promise, and its guest hears it', async () => {
    const order = await placedOrder(anna, here);
    const updates = new As(app.url).live(TrackedOrderUpdatesDocument, { code: order.trackingCode! });
    await updates.at(0);
    const { promiseOrder } = await kim.ask(PromiseOrderDocument, promising(order));
    expect(promiseOrder).toMatchObject({ version: 2, promisedAt: later(20).toISOString() });
    expect((await updates.at(1)).trackedOrderUpdates.order.promisedAt).toBe(later(20).toISOString());
    expect((await seen(anna, order.id)).promisedAt).toBe(later(20).toISOString());
    const { history } = (await kim.ask(OrderHistoryDocument, { id: order.id })).order;
    expect(history.map(({ kind, promisedAt }) => [kind, promisedAt])).toEqual([
      ['order.placed', null],
      ['order.promised', later(20).toISOString()],
    ]);
    updates.stop();
  });

  test('is for the kitchen, managers and owners of this restaurant', async () => {
    const order = await placedOrder(anna, here);
    const flora = await staff(app, here.id, 'FLOOR');
    const elsewhere = await place(app);
    expect(await code(anna, order)).toBe('FORBIDDEN');
    expect(await code(flora, order)).toBe('FORBIDDEN');
    expect(await code(elsewhere.owner, order)).toBe('NOT_FOUND');
    expect(await code(await guest(app, here), order)).toBe('NOT_FOUND');
    expect((await seen(kim, order.id)).version).toBe(1);
  });

  test('wants the version that was seen, and an order that is not ready', async () => {
    const order = await placedOrder(anna, here);
    expect(await code(kim, { ...order, version: 9 })).toBe('CONFLICT');
    const ready = await moved(order, 'ACCEPTED', 'PREPARING', 'READY');
    expect(await code(kim, ready)).toBe('ORDER_CLOSED');
    expect(await code(kim, await moved(ready, 'CANCELLED'))).toBe('ORDER_CLOSED');
    expect((await seen(kim, order.id)).promisedAt).toBeNull();
  });

  test.each([
    ['now', 0],
    ['yesterday', -24 * 60],
    ['beyond a day', 24 * 60 + 1],
    ['in a thousand years', 1_000 * 365 * 24 * 60],
  ])('refuses %s', async (_, minutes) => {
    const order = await placedOrder(anna, here);
    expect(await code(kim, order, { promisedAt: later(minutes).toISOString() })).toBe('BAD_USER_INPUT');
  });

  test.each<[string, unknown]>([
    ['a word', 'tomorrow'],
    ['a text without end', 'x'.repeat(5_000)],
    ['a day that there is not', '2030-13-41T00:00:00Z'],
    ['a number', 1e21],
    ['nothing', ''],
  ])('refuses what is no time: %s', async (_, promisedAt) => {
    const order = await placedOrder(anna, here);
    expect(await code(kim, order, { promisedAt })).toBe('BAD_USER_INPUT');
  });

  test('goes as far as a day after it is wanted', async () => {
    const order = await wished(3 * 24 * 60);
    expect(await code(kim, order, promising(order, 4 * 24 * 60 + 1))).toBe('BAD_USER_INPUT');
    expect(await code(kim, order, promising(order, 4 * 24 * 60))).toBe('OK');
  });

  test('is done once, however often it is sent with one key', async () => {
    const order = await placedOrder(anna, here);
    const variables = { ...promising(order), idempotencyKey: key() };
    for (const _ of 'ab')
      expect((await kim.ask(PromiseOrderDocument, variables)).promiseOrder.version).toBe(2);
    const other = { ...variables, promisedAt: later(30).toISOString() };
    expect(await kim.codeOf(PromiseOrderDocument, other)).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});

describe('how far off promises were', () => {
  test('is judged by the first promise, too late and too early alike', async () => {
    await taken(...tenMinutes);
    await count();
    // Ready within 10 minutes is promised; four were, one of them long before.
    for (const took of [10, 10, 10, 2, 12, 12, 12, 12, 40, 40]) {
      const order = await placedOrder(anna, here);
      const until = later(60).toISOString();
      await kim.ask(PromiseOrderDocument, { orderId: order.id, expectedVersion: 1, promisedAt: until });
      const going = await moved({ id: order.id, version: 2 }, 'ACCEPTED', 'PREPARING');
      pass(took);
      await moved(going, 'READY');
    }
    await count();
    expect(await preparation()).toMatchObject({
      orders: 20,
      promises: 10,
      kept: 4,
      medianOff: 120,
      p90Off: 1_800,
    });
  });

  test('is for those who see the orders, of this restaurant alone', async () => {
    const courier = await staff(app, here.id, 'COURIER');
    expect(await courier.codeOf(PreparationDocument, { slug: here.slug })).toBe('FORBIDDEN');
    expect(await anna.codeOf(PreparationDocument, { slug: here.slug })).toBe('NOT_FOUND');
    await taken(...tenMinutes);
    await count();
    const other = await place(app);
    const { restaurant } = await other.owner.ask(PreparationDocument, { slug: other.slug });
    expect(restaurant.preparation).toMatchObject({ orders: 0, median: null });
  });
});
