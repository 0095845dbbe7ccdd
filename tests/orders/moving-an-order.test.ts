import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  ItemDocument,
  MoveOrderDocument,
  type MoveOrderMutationVariables,
  OrderDocument,
  OrderHistoryDocument,
  PlaceOrderDocument,
  SetItemStockDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { endReasons } from '../../src/orders/end-reason.ts';
import { type OrderStatus, orderStatuses } from '../../src/orders/order-status.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, type Refused } from '../support/as.ts';
import {
  cartOf,
  guest,
  itemOf,
  key,
  type Person,
  type Place,
  person,
  place,
  staff,
} from '../support/build.ts';
import { type PlacedOrder, placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let anna: As;
const viewers = new Map<string, As>();

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  anna = await guest(app, here);
  viewers.set('the guest', anna).set('OWNER', here.owner);
  for (const role of ['MANAGER', 'KITCHEN', 'FLOOR', 'COURIER'] as const)
    viewers.set(role, await staff(app, here.id, role));
  viewers.set('another guest', await guest(app, here));
  viewers.set('a customer', await person(app)).set('nobody', new As(app.url));
  viewers.set('the owner of elsewhere', (await place(app)).owner);
});

afterAll(() => app.close());

type Standing = Pick<PlacedOrder, 'id' | 'version'>;

const move = (viewer: As, { id, version }: Standing, to: OrderStatus): Promise<ErrorCode | 'OK'> =>
  viewer.codeOf(MoveOrderDocument, moving({ id, version }, to));

const moving = (
  { id, version }: Standing,
  to: OrderStatus,
  rest: Partial<MoveOrderMutationVariables> = {},
) => ({
  orderId: id,
  to,
  expectedVersion: version,
  reason: to === 'REJECTED' || to === 'CANCELLED' ? ('OTHER' as const) : null,
  ...rest,
});

const look = async (viewer: As, id: string) => (await viewer.ask(OrderDocument, { id })).order;

/** Where an order comes that nobody brings; tests/delivery has the others. */
type Standstill = Exclude<OrderStatus, 'OUT_FOR_DELIVERY' | 'RETURNED'>;

/** The way to each status. */
const ways: Record<Standstill, readonly OrderStatus[]> = {
  PLACED: [],
  ACCEPTED: ['ACCEPTED'],
  PREPARING: ['ACCEPTED', 'PREPARING'],
  READY: ['ACCEPTED', 'PREPARING', 'READY'],
  COMPLETED: ['ACCEPTED', 'PREPARING', 'READY', 'COMPLETED'],
  REJECTED: ['REJECTED'],
  CANCELLED: ['CANCELLED'],
};

async function orderIn(status: Standstill): Promise<PlacedOrder> {
  let order = await placedOrder(anna, here);
  for (const to of ways[status]) {
    order = (await here.owner.ask(MoveOrderDocument, moving(order, to))).moveOrder;
  }
  return order;
}

/** Written by hand, not printed from the rules: who may do what from where. */
const allowed: Record<Standstill, Record<string, readonly OrderStatus[]>> = {
  PLACED: {
    OWNER: ['ACCEPTED', 'REJECTED', 'CANCELLED'],
    MANAGER: ['ACCEPTED', 'REJECTED', 'CANCELLED'],
    FLOOR: ['ACCEPTED', 'REJECTED', 'CANCELLED'],
    KITCHEN: ['ACCEPTED', 'REJECTED'],
    'the guest': ['CANCELLED'],
  },
  ACCEPTED: {
    OWNER: ['PREPARING', 'CANCELLED'],
    MANAGER: ['PREPARING', 'CANCELLED'],
    FLOOR: ['CANCELLED'],
    KITCHEN: ['PREPARING'],
  },
  PREPARING: {
    OWNER: ['READY', 'CANCELLED'],
    MANAGER: ['READY', 'CANCELLED'],
    FLOOR: ['CANCELLED'],
    KITCHEN: ['READY'],
  },
  READY: {
    OWNER: ['COMPLETED', 'CANCELLED'],
    MANAGER: ['COMPLETED', 'CANCELLED'],
    FLOOR: ['COMPLETED', 'CANCELLED'],
    KITCHEN: ['COMPLETED'],
  },
  COMPLETED: {},
  REJECTED: {},
  CANCELLED: {},
};

const seeing = ['OWNER', 'MANAGER', 'FLOOR', 'KITCHEN', 'the guest'];
const blind = ['COURIER', 'another guest', 'a customer', 'nobody', 'the owner of elsewhere'];

describe.each(Object.keys(ways) as Standstill[])('an order that is %s', (status) => {
  test.each(seeing)('goes for %s where allowedMoves says, and nowhere else', async (name) => {
    const viewer = viewers.get(name)!;
    const may = allowed[status][name] ?? [];
    let order = await orderIn(status);
    expect((await look(viewer, order.id)).allowedMoves).toEqual(may);
    for (const to of orderStatuses) {
      const before = await look(viewer, order.id);
      expect([to, await move(viewer, order, to)]).toEqual([to, may.includes(to) ? 'OK' : 'ILLEGAL_MOVE']);
      const after = await look(viewer, order.id);
      if (may.includes(to)) {
        expect(after).toMatchObject({ status: to, version: order.version + 1 });
        order = await orderIn(status);
      } else expect(after).toEqual(before);
    }
  });

  test('does not exist for others', async () => {
    const order = await orderIn(status);
    for (const name of blind) {
      const viewer = viewers.get(name)!;
      expect([name, await viewer.codeOf(OrderDocument, { id: order.id })]).toEqual([name, 'NOT_FOUND']);
      expect([name, await move(viewer, order, 'CANCELLED')]).toEqual([name, 'NOT_FOUND']);
    }
    expect(await look(here.owner, order.id)).toMatchObject({ status, version: order.version });
  });
});

test('a stale version is refused with the current one', async () => {
  const order = await orderIn('ACCEPTED');
  const stale = { orderId: order.id, to: 'PREPARING', expectedVersion: 1 } as const;
  const refusal = (await here.owner
    .ask(MoveOrderDocument, stale)
    .catch((error: unknown) => error)) as Refused;
  expect(refusal.extensions).toMatchObject({ code: 'CONFLICT', problem: { currentVersion: order.version } });
  expect(await move(here.owner, { ...order, version: 99 }, 'PREPARING')).toBe('CONFLICT');
  expect(await look(here.owner, order.id)).toMatchObject({ status: 'ACCEPTED', version: order.version });
});

test('of two moves with one version one wins, the other gets CONFLICT', async () => {
  const order = await orderIn('PLACED');
  const codes = await Promise.all([
    move(here.owner, order, 'ACCEPTED'),
    move(viewers.get('KITCHEN')!, order, 'REJECTED'),
  ]);
  expect(codes.sort()).toEqual(['CONFLICT', 'OK']);
  expect((await look(here.owner, order.id)).version).toBe(2);
});

test('somebody who works there and ordered there may do both', async () => {
  const waiter = viewers.get('KITCHEN')!;
  const own = await placedOrder(waiter, here);
  expect(own.allowedMoves).toEqual(['ACCEPTED', 'REJECTED', 'CANCELLED']);
});

describe('a reason', () => {
  test.each(['REJECTED', 'CANCELLED'] as const)(
    'is wanted when it becomes %s, and told whose order it is',
    async (to) => {
      const order = await orderIn('PLACED');
      const without = { reason: null, reasonNote: 'The fish is gone' };
      expect(await here.owner.codeOf(MoveOrderDocument, moving(order, to, without))).toBe('BAD_USER_INPUT');
      expect(await look(anna, order.id)).toMatchObject({ status: 'PLACED', version: 1, reason: null });
      const said = { reason: 'SOLD_OUT', reasonNote: 'The fish is gone' } as const;
      await here.owner.ask(MoveOrderDocument, moving(order, to, said));
      expect(await look(anna, order.id)).toMatchObject({ status: to, ...said });
      const [event] = await rows<{ data: object }>(
        app.database.em(),
        sql`select data from event where subject = ${order.id} order by number desc limit 1`,
      );
      expect(event!.data).toEqual({ from: 'PLACED', reason: 'SOLD_OUT' });
    },
  );

  test('may be any of those there are, with a note of 200 characters', async () => {
    for (const reason of endReasons) {
      const order = await orderIn('PLACED');
      const said = { reason, reasonNote: 'x'.repeat(200) };
      expect(await here.owner.codeOf(MoveOrderDocument, moving(order, 'REJECTED', said))).toBe('OK');
    }
  });

  test.each<[string, OrderStatus, Partial<MoveOrderMutationVariables>]>([
    ['a novel', 'CANCELLED', { reasonNote: 'x'.repeat(201) }],
    ['lines of its own', 'CANCELLED', { reasonNote: 'one\ntwo' }],
    ['nothing said', 'CANCELLED', { reasonNote: '' }],
    ['a reason for going on', 'ACCEPTED', { reason: 'OTHER' }],
    ['a note for going on', 'ACCEPTED', { reasonNote: 'Hurry' }],
  ])('is refused as %s', async (_, to, said) => {
    const order = await orderIn('PLACED');
    expect(await here.owner.codeOf(MoveOrderDocument, moving(order, to, said))).toBe('BAD_USER_INPUT');
    expect(await look(here.owner, order.id)).toMatchObject({ status: 'PLACED', version: 1 });
  });
});

describe('the count of what there is', () => {
  let cake: string;

  beforeEach(async () => {
    cake = (await itemOf(here.owner, here.categoryId, 'Cake', 400)).id;
    await here.owner.ask(SetItemStockDocument, { input: { itemId: cake, remaining: 2 } });
  });

  const available = async () => (await anna.ask(ItemDocument, { id: cake })).item.available;

  async function cakesIn(status: Standstill): Promise<Standing> {
    const { id, version } = await cartOf(anna, here);
    const input = { cartId: id, cartVersion: version, lines: [{ itemId: cake, quantity: 2 }] };
    const { cart } = (await anna.ask(AddToCartDocument, { input, idempotencyKey: key() })).addToCart;
    const variables = { cartId: id, cartVersion: cart.version, idempotencyKey: key() };
    let { order } = (await anna.ask(PlaceOrderDocument, variables)).placeOrder;
    expect(await available()).toBe(false);
    for (const to of ways[status])
      order = (await here.owner.ask(MoveOrderDocument, moving(order, to))).moveOrder;
    return order;
  }

  test.each(['PLACED', 'ACCEPTED', 'PREPARING'] as const)(
    'rises again when it is cancelled while %s',
    async (status) => {
      const order = await cakesIn(status);
      expect(await move(here.owner, order, 'CANCELLED')).toBe('OK');
      expect(await available()).toBe(true);
      await cakesIn('PLACED');
    },
  );

  test('rises again when it is rejected', async () => {
    expect(await move(here.owner, await cakesIn('PLACED'), 'REJECTED')).toBe('OK');
    expect(await available()).toBe(true);
  });

  test('does not rise when it was made already', async () => {
    expect(await move(here.owner, await cakesIn('READY'), 'CANCELLED')).toBe('OK');
    expect(await available()).toBe(false);
  });
});

describe('the history of an order', () => {
  const history = async (viewer: As, id: string) =>
    (await viewer.ask(OrderHistoryDocument, { id })).order.history;

  test('says what happened and who did it; names are for the staff alone', async () => {
    const order = await placedOrder(anna, here);
    const floor = viewers.get('FLOOR') as Person;
    await floor.ask(MoveOrderDocument, { orderId: order.id, to: 'ACCEPTED', expectedVersion: 1 });
    const told = (name: string | null) => [
      { kind: 'order.placed', by: { kind: 'GUEST', role: null, name: null } },
      { kind: 'order.accepted', by: { kind: 'PERSON', role: 'FLOOR', name } },
    ];
    const [placed, accepted] = await history(anna, order.id);
    expect(new Date(placed!.at) <= new Date(accepted!.at)).toBe(true);
    expect(await history(anna, order.id)).toMatchObject(told(null));
    for (const role of ['OWNER', 'MANAGER', 'KITCHEN', 'FLOOR'])
      expect(await history(viewers.get(role)!, order.id)).toMatchObject(told('Somebody'));
  });

  test('never names a customer', async () => {
    const customer = viewers.get('a customer')!;
    const { id } = await placedOrder(customer, here);
    expect(await history(here.owner, id)).toMatchObject([
      { kind: 'order.placed', by: { kind: 'PERSON', role: null, name: null } },
    ]);
  });

  test('is for whoever sees the order', async () => {
    const { id } = await placedOrder(anna, here);
    for (const name of ['COURIER', 'another guest', 'a customer', 'nobody', 'the owner of elsewhere'])
      expect(await viewers.get(name)!.codeOf(OrderHistoryDocument, { id })).toBe('NOT_FOUND');
  });
});
