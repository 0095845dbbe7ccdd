import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MoveOrderDocument, OrderDocument } from '../../schema/operations.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { type OrderStatus, orderStatuses } from '../../src/orders/order-status.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, type Refused } from '../support/as.ts';
import { guest, type Place, person, place, staff } from '../support/build.ts';
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
  viewer.codeOf(MoveOrderDocument, { orderId: id, to, expectedVersion: version });

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
    const variables = { orderId: order.id, to, expectedVersion: order.version };
    order = (await here.owner.ask(MoveOrderDocument, variables)).moveOrder;
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
