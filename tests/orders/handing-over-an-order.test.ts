import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  KitchenTicketsDocument,
  MoveOrderDocument,
  OpenCartDocument,
  OrderDocument,
  PlaceOrderDocument,
  type PlaceOrderMutation,
  type PlaceOrderMutationVariables,
  RestaurantDetailsDocument,
  SetAcceptingOrdersDocument,
  UpdateRestaurantDocument,
  type UpdateRestaurantInput,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { add } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, Refused } from '../support/as.ts';
import { guest, key, type Place, person, place, staff } from '../support/build.ts';
import { filledCart } from '../support/order.ts';

let app: TestApp;
let here: Place;
/** At a table, and at the counter. */
let [anna, carl]: As[] = [];
let now: Date;

/** A Wednesday, 19:00 in Madrid. */
const evening = new Date('2030-06-05T17:00:00Z');

beforeAll(async () => {
  app = await startApp({ clock: () => now });
});

beforeEach(async () => {
  now = evening;
  here = await place(app);
  anna = await guest(app, here);
  carl = await guest(app, { slug: here.slug });
});

afterAll(() => app.close());

type Wish = Omit<Partial<PlaceOrderMutationVariables>, 'cartId' | 'cartVersion'>;
type Order = PlaceOrderMutation['placeOrder']['order'];

const placing = async (viewer: As, wish: Wish): Promise<PlaceOrderMutationVariables> => {
  const { id, version } = await filledCart(viewer, here);
  return { cartId: id, cartVersion: version, idempotencyKey: key(), ...wish };
};

async function ordered(viewer: As, wish: Wish = {}): Promise<Order> {
  return (await viewer.ask(PlaceOrderDocument, await placing(viewer, wish))).placeOrder.order;
}

async function refused(viewer: As, wish: Wish = {}): Promise<Refused> {
  const refusal = await viewer
    .ask(PlaceOrderDocument, await placing(viewer, wish))
    .catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refused);
  return refusal as Refused;
}

async function says(input: UpdateRestaurantInput): Promise<void> {
  const { restaurant } = await here.owner.ask(RestaurantDetailsDocument, { slug: here.slug });
  const { id: restaurantId, version: expectedVersion } = restaurant;
  await here.owner.ask(UpdateRestaurantDocument, { restaurantId, input, expectedVersion });
}

async function waiterAt(tableId: string | null): Promise<{ waiter: As; wish: PlaceOrderMutationVariables }> {
  const waiter = await staff(app, here.id, 'FLOOR');
  const opened = await waiter.ask(OpenCartDocument, { restaurantSlug: here.slug, asStaff: true, tableId });
  const { id, version } = await add(waiter, opened.openCart, { itemId: here.coke.id });
  return { waiter, wish: { cartId: id, cartVersion: version, idempotencyKey: key() } };
}

const minutes = (count: number): Date => new Date(evening.getTime() + count * 60_000);
const address = { street: 'Calle Mayor 1', details: '3.º izq.', postcode: '28013', city: 'Madrid' };
const toAnAddress = {
  fulfilment: 'DELIVERY',
  customerName: 'Carl',
  phone: '+34 600 000 000',
  address,
} as const;
const problem = ({ extensions }: Refused) => extensions['problem'];

describe('how', () => {
  test('at a table it is for the table, at the counter for pickup, by the name given', async () => {
    expect(await ordered(anna!)).toMatchObject({
      fulfilment: 'DINE_IN',
      tableName: 'Table 1',
      customerName: null,
    });
    expect(await ordered(carl!, { customerName: ' Carl ', note: ' No hurry. ' })).toMatchObject({
      fulfilment: 'PICKUP',
      tableName: null,
      customerName: 'Carl',
      note: 'No hurry.',
    });
  });

  test('a guest at a table may take it away', async () => {
    const order = await ordered(anna!, { fulfilment: 'PICKUP', customerName: 'Anna' });
    expect(order).toMatchObject({ fulfilment: 'PICKUP', tableName: null });
  });

  test("the account's name is called out where none is given", async () => {
    expect((await ordered(await person(app))).customerName).toBe('Somebody');
  });

  test('a delivery keeps address, phone and name', async () => {
    await says({ fulfilments: ['PICKUP', 'DELIVERY'] });
    expect(await ordered(carl!, toAnAddress)).toMatchObject({ ...toAnAddress, tableName: null });
  });

  test('nothing is delivered unless the restaurant says so, and what it offers is told', async () => {
    const refusal = await refused(carl!, toAnAddress);
    expect(refusal.code).toBe('FULFILMENT_UNAVAILABLE');
    expect(problem(refusal)).toMatchObject({ offered: ['DINE_IN', 'PICKUP'] });
  });

  test.each<[string, 'anna' | 'carl', Wish, string[]]>([
    ['pickup without a name', 'carl', {}, ['customerName']],
    [
      'delivery to nowhere in particular',
      'carl',
      { fulfilment: 'DELIVERY' },
      ['customerName', 'phone', 'address'],
    ],
    ['an address for pickup', 'carl', { customerName: 'Carl', address }, ['address']],
    [
      'a phone and a time at a table',
      'anna',
      { phone: '12345', wishedAt: '2030-06-05T18:00:00Z' },
      ['wishedAt', 'phone'],
    ],
    ['a table that is not there', 'carl', { fulfilment: 'DINE_IN' }, ['fulfilment']],
    ['a name of two lines', 'anna', { customerName: 'An\nna' }, ['customerName']],
    ['a name of 101 letters', 'anna', { customerName: 'x'.repeat(101) }, ['customerName']],
    ['a phone of words', 'carl', { customerName: 'Carl', phone: 'ring the bell' }, ['phone']],
    ['a note of 501 letters', 'anna', { note: 'x'.repeat(501) }, ['note']],
    [
      'a street of 201 letters',
      'carl',
      { ...toAnAddress, address: { ...address, street: 'x'.repeat(201) } },
      ['address.street'],
    ],
    ['a total below nothing', 'anna', { expectedTotal: -1 }, ['expectedTotal']],
  ])('%s is refused, with the field', async (_, who, wish, paths) => {
    await says({ fulfilments: ['DINE_IN', 'PICKUP', 'DELIVERY'] });
    const refusal = await refused(who === 'anna' ? anna! : carl!, wish);
    expect(refusal.code).toBe('BAD_USER_INPUT');
    const { fields } = problem(refusal) as { fields: { path: string }[] };
    expect(fields.map(({ path }) => path)).toEqual(paths);
  });

  test('a waiter leaves the name of a pickup out', async () => {
    const { waiter, wish } = await waiterAt(null);
    const { order } = (await waiter.ask(PlaceOrderDocument, wish)).placeOrder;
    expect(order).toMatchObject({ fulfilment: 'PICKUP', customerName: null });
  });

  test('a waiter who takes a call leaves out anything but the address', async () => {
    await says({ fulfilments: ['DELIVERY'] });
    const { waiter, wish } = await waiterAt(null);
    const delivery = { ...wish, fulfilment: 'DELIVERY' } as const;
    expect(await waiter.codeOf(PlaceOrderDocument, delivery)).toBe('BAD_USER_INPUT');
    const { order } = (await waiter.ask(PlaceOrderDocument, { ...delivery, address })).placeOrder;
    expect(order).toMatchObject({ customerName: null, phone: null, address });
  });

  test('a retry with the same key answers with the order, also when the wished time has passed', async () => {
    const same = await placing(carl!, { customerName: 'Carl', wishedAt: minutes(1).toISOString() });
    const { order } = (await carl!.ask(PlaceOrderDocument, same)).placeOrder;
    now = minutes(2);
    expect((await carl!.ask(PlaceOrderDocument, same)).placeOrder).toMatchObject({
      replayed: true,
      order: { id: order.id },
    });
    expect(await carl!.codeOf(PlaceOrderDocument, { ...same, note: 'Other' })).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});

describe('who reads it', () => {
  test('the kitchen reads name and note; phone and address only who may have to ring', async () => {
    await says({ fulfilments: ['DELIVERY'] });
    const { id } = await ordered(carl!, { ...toAnAddress, note: 'Ring twice.' });
    const reads = async (viewer: As) => (await viewer.ask(OrderDocument, { id })).order;
    for (const role of ['OWNER', 'MANAGER', 'FLOOR'] as const)
      expect(await reads(await staff(app, here.id, role))).toMatchObject(toAnAddress);
    const kim = await staff(app, here.id, 'KITCHEN');
    const seen = { customerName: 'Carl', note: 'Ring twice.' };
    expect(await reads(kim)).toMatchObject({ ...seen, phone: null, address: null });
    const board = kim.live(KitchenTicketsDocument, { restaurantId: here.id });
    expect((await board.at(0)).kitchenTickets.tickets![0]).toMatchObject(seen);
    await kim.hangUp();
  });

  test('no event says who, where or what was written', async () => {
    await says({ fulfilments: ['DELIVERY'] });
    await ordered(carl!, { ...toAnAddress, note: 'Ring twice.' });
    const events = await rows<{ data: object }>(
      app.database.em(),
      sql`select data from event where stream = ${here.id} and topic = 'order'`,
    );
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toMatch(/Carl|600|Mayor|twice/);
  });
});

describe('when', () => {
  const from18 = { weekly: [{ day: 'WEDNESDAY', spans: [{ from: '18:00', to: '22:00' }] }] } as const;
  const hours = { openingHours: from18 } as unknown as UpdateRestaurantInput;

  test('a wished time is kept, within 7 days', async () => {
    const wishedAt = minutes(7 * 24 * 60).toISOString();
    expect((await ordered(carl!, { customerName: 'Carl', wishedAt })).wishedAt).toBe(wishedAt);
    for (const wrong of [minutes(0), minutes(7 * 24 * 60 + 1)]) {
      const refusal = await refused(carl!, { customerName: 'Carl', wishedAt: wrong.toISOString() });
      expect([refusal.code, problem(refusal)]).toMatchObject([
        'BAD_USER_INPUT',
        { fields: [{ path: 'wishedAt' }] },
      ]);
    }
  });

  test('a closed restaurant takes no order and says when it opens, but one for that time', async () => {
    await says(hours);
    now = minutes(-120);
    const refusal = await refused(anna!);
    expect(refusal.code).toBe('RESTAURANT_CLOSED');
    expect(problem(refusal)).toMatchObject({ opensAt: '2030-06-05T16:00:00Z' });
    const at = (count: number) => ({ customerName: 'Carl', wishedAt: minutes(count).toISOString() });
    expect((await refused(carl!, at(-90))).code).toBe('RESTAURANT_CLOSED');
    expect((await ordered(carl!, at(30))).status).toBe('PLACED');
    now = evening;
    expect((await ordered(anna!)).status).toBe('PLACED');
    const late = await refused(carl!, at(200));
    expect(problem(late)).toMatchObject({ opensAt: '2030-06-12T16:00:00Z' });
  });

  test('a date of its own closes the day', async () => {
    await says({ openingHours: { ...from18, exceptions: [{ date: '2030-06-05', spans: [] }] } as never });
    expect(problem(await refused(anna!))).toMatchObject({ opensAt: '2030-06-12T16:00:00Z' });
  });

  test('a pause says why and until when, by the clock of the house', async () => {
    const until = minutes(30).toISOString();
    const input = { restaurantId: here.id, accepting: false, reason: 'Power cut', until };
    await here.owner.ask(SetAcceptingOrdersDocument, { input });
    expect(problem(await refused(anna!))).toMatchObject({
      code: 'ORDERS_PAUSED',
      reason: 'Power cut',
      until,
    });
    now = minutes(30);
    expect((await ordered(anna!)).status).toBe('PLACED');
  });

  test('staff enter orders while it is closed', async () => {
    await says({ openingHours: { weekly: [] } });
    expect(problem(await refused(anna!))).toMatchObject({ code: 'RESTAURANT_CLOSED', opensAt: null });
    const { waiter, wish } = await waiterAt(here.tableId);
    expect(await waiter.codeOf(PlaceOrderDocument, wish)).toBe('OK');
  });
});

describe('what it comes to', () => {
  test('the total that was shown is held to, in words that name the new one', async () => {
    expect((await ordered(anna!, { expectedTotal: 250 })).total.amount).toBe(250);
    const refusal = await refused(anna!, { expectedTotal: 249 });
    expect(refusal.code).toBe('CONFLICT');
    expect(problem(refusal)).toMatchObject({ currentTotal: 250, currentVersion: expect.any(Number) });
  });
});

describe('how many within a quarter of an hour', () => {
  beforeEach(() => says({ ordersPerQuarterHour: 2 }));

  test('what is beyond is refused and takes no number, and says when there is room', async () => {
    const [first] = [await ordered(anna!), await ordered(anna!)];
    const refusal = await refused(anna!);
    expect(refusal.code).toBe('TOO_BUSY');
    expect(problem(refusal)).toMatchObject({ retryAt: minutes(15).toISOString() });
    now = minutes(15);
    expect((await ordered(anna!)).number).toBe(3);
    now = minutes(14);
    const move = { orderId: first!.id, to: 'CANCELLED', reason: 'OTHER', expectedVersion: 1 } as const;
    await here.owner.ask(MoveOrderDocument, move);
    expect((await ordered(anna!)).number).toBe(4);
    expect((await refused(anna!)).code).toBe('TOO_BUSY');
  });

  test('an order counts where it is wanted', async () => {
    const at = (count: number) => ({ customerName: 'Carl', wishedAt: minutes(count).toISOString() });
    for (const count of [15, 29]) await ordered(carl!, at(count));
    expect(problem(await refused(carl!, at(20)))).toMatchObject({ retryAt: minutes(30).toISOString() });
    for (const _ of 'ab') await ordered(anna!);
    expect(problem(await refused(anna!))).toMatchObject({ retryAt: minutes(30).toISOString() });
  });

  test('of 8 at once as many are let in as there is room for', async () => {
    const guests = await Promise.all(Array.from({ length: 8 }, () => guest(app, here)));
    const wishes = await Promise.all(guests.map((one) => placing(one, {})));
    const codes = await Promise.all(
      guests.map((one, index) => one.codeOf(PlaceOrderDocument, wishes[index]!)),
    );
    expect(codes.sort()).toEqual([...Array(2).fill('OK'), ...Array(6).fill('TOO_BUSY')]);
  });

  test('staff enter theirs all the same', async () => {
    for (const _ of 'ab') await ordered(anna!);
    const { waiter, wish } = await waiterAt(here.tableId);
    expect(await waiter.codeOf(PlaceOrderDocument, wish)).toBe('OK');
  });
});
