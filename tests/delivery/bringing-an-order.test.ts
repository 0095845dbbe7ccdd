import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AssignCourierDocument,
  ChangeStaffRoleDocument,
  ExportMeDocument,
  FailDeliveryDocument,
  MoveOrderDocument,
  type MoveOrderMutationVariables,
  MyDeliveriesDocument,
  MyDeliveryListDocument,
  OrderDocument,
  OrderHistoryDocument,
  OrderUpdatesDocument,
  RemoveStaffDocument,
  RestaurantDetailsDocument,
  RestaurantOrdersDocument,
  SetSelfAssignmentDocument,
  UpdateRestaurantDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { oldOrderDetails } from '../../src/orders/old-order-details.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, Refused } from '../support/as.ts';
import { guest, key, type Person, type Place, person, place, staff } from '../support/build.ts';
import { address, placedDelivery, placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let anna: As;
let mona: Person;
let carl: Person;
let cora: Person;

beforeAll(async () => {
  app = await startApp();
  here = await offering(await place(app));
  anna = await guest(app, { slug: here.slug });
  mona = await staff(app, here.id, 'MANAGER');
});

beforeEach(async () => {
  [carl, cora] = [await staff(app, here.id, 'COURIER'), await staff(app, here.id, 'COURIER')];
});

afterAll(() => app.close());

async function offering(there: Place): Promise<Place> {
  const { restaurant } = await there.owner.ask(RestaurantDetailsDocument, { slug: there.slug });
  await there.owner.ask(UpdateRestaurantDocument, {
    restaurantId: there.id,
    input: { fulfilments: ['DINE_IN', 'PICKUP', 'DELIVERY'] },
    expectedVersion: restaurant.version,
  });
  return there;
}

type Standing = { readonly id: string; readonly version: number };
type Status = MoveOrderMutationVariables['to'];

const assigning = ({ id, version }: Standing, courierId: string | null) => ({
  orderId: id,
  courierId,
  expectedVersion: version,
});

async function assigned(order: Standing, to: Person | null): Promise<Standing> {
  return (await mona.ask(AssignCourierDocument, assigning(order, to?.id ?? null))).assignCourier;
}

async function moved(viewer: As, { id, version }: Standing, ...way: Status[]): Promise<Standing> {
  let order = { id, version };
  for (const to of way) {
    const reason = to === 'REJECTED' || to === 'CANCELLED' ? ('OTHER' as const) : null;
    const variables = { orderId: id, to, reason, expectedVersion: order.version };
    order = (await viewer.ask(MoveOrderDocument, variables)).moveOrder;
  }
  return order;
}

const moveCode = (viewer: As, { id, version }: Standing, to: Status) =>
  viewer.codeOf(MoveOrderDocument, { orderId: id, to, expectedVersion: version });

async function ready(to: Person | null): Promise<Standing> {
  const order = await assigned(await placedDelivery(anna, here), to);
  return moved(here.owner, order, 'ACCEPTED', 'PREPARING', 'READY');
}

const seen = async (viewer: As, id: string) => (await viewer.ask(OrderDocument, { id })).order;
const sight = (viewer: As, { id }: Standing) => viewer.codeOf(OrderDocument, { id });

async function refused(asking: Promise<unknown>): Promise<Refused> {
  const refusal = await asking.catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refused);
  return refusal as Refused;
}

describe('who brings it', () => {
  test('sees the order from then on, with address and phone, and others do not', async () => {
    const order = await placedDelivery(anna, here);
    expect(await sight(carl, order)).toBe('NOT_FOUND');
    const { version } = await assigned(order, carl);
    expect(version).toBe(order.version + 1);
    expect(await seen(carl, order.id)).toMatchObject({
      phone: '+34 600 000 000',
      address,
      customerName: 'Anna',
      note: 'No onions',
      courierId: carl.id,
      allowedMoves: [],
    });
    expect(await sight(cora, order)).toBe('NOT_FOUND');
    expect((await seen(anna, order.id)).courierId).toBeNull();
  });

  test('is another one at the word of a manager, and the first one sees it no more', async () => {
    const order = await assigned(await placedDelivery(anna, here), carl);
    const again = await assigned(order, cora);
    expect([await sight(carl, order), await sight(cora, order)]).toEqual(['NOT_FOUND', 'OK']);
    await assigned(again, null);
    expect([await sight(carl, order), await sight(cora, order)]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  test('stands in the history, for who works there', async () => {
    const { id } = await assigned(await assigned(await placedDelivery(anna, here), carl), cora);
    const told = async (viewer: As) =>
      (await viewer.ask(OrderHistoryDocument, { id })).order.history.map((one) => [
        one.kind,
        one.courierBeforeId,
        one.courierId,
      ]);
    expect(await told(mona)).toEqual([
      ['order.placed', null, null],
      ['order.courier-changed', null, carl.id],
      ['order.courier-changed', carl.id, cora.id],
    ]);
    expect(await told(anna)).toEqual([
      ['order.placed', null, null],
      ['order.courier-changed', null, null],
      ['order.courier-changed', null, null],
    ]);
  });

  test('reads address and phone until the order is over, and the order after that', async () => {
    const order = await moved(carl, await ready(carl), 'OUT_FOR_DELIVERY', 'COMPLETED');
    expect(await seen(carl, order.id)).toMatchObject({ status: 'COMPLETED', phone: null, address: null });
    expect(await seen(mona, order.id)).toMatchObject({ phone: '+34 600 000 000', address });
  });

  test('reads of what they brought in what is held about them', async () => {
    const { id } = await assigned(await placedDelivery(anna, here), carl);
    const { number } = await seen(mona, id);
    const { exportMe } = await carl.ask(ExportMeDocument, {});
    expect(exportMe).toMatchObject({ broughtOrders: [{ restaurant: 'A place', number }], orders: [] });
  });

  test('is a courier of this restaurant', async () => {
    const order = await placedDelivery(anna, here);
    const cook = await staff(app, here.id, 'KITCHEN');
    const foreign = await staff(app, (await place(app)).id, 'COURIER');
    const code = (who: Person) => mona.codeOf(AssignCourierDocument, assigning(order, who.id));
    expect(await code(cook)).toBe('BAD_USER_INPUT');
    expect(await code(foreign)).toBe('NOT_FOUND');
    expect(await code(await person(app))).toBe('NOT_FOUND');
    expect((await seen(mona, order.id)).version).toBe(order.version);
  });

  test('is whoever assigns it only where the owner allows that', async () => {
    const order = await placedDelivery(anna, here);
    const mine = () => mona.codeOf(AssignCourierDocument, assigning(order, mona.id));
    const allow = (allowed: boolean) =>
      here.owner.ask(SetSelfAssignmentDocument, { restaurantId: here.id, allowed });
    expect(await mine()).toBe('FORBIDDEN');
    expect((await allow(true)).setSelfAssignment.selfAssignment).toBe(true);
    expect(await here.owner.codeOf(AssignCourierDocument, assigning(order, mona.id))).toBe('BAD_USER_INPUT');
    expect(await mine()).toBe('OK');
    await allow(false);
    const { myDeliveries } = await mona.ask(MyDeliveryListDocument, { restaurantId: here.id });
    expect(myDeliveries.edges.map(({ node }) => node.id)).toEqual([order.id]);
  });

  test('is said of deliveries that are not over, by the version that was seen', async () => {
    const order = await placedDelivery(anna, here);
    const stale = assigning({ ...order, version: 99 }, carl.id);
    const { code, extensions } = await refused(mona.ask(AssignCourierDocument, stale));
    expect([code, extensions['problem']]).toMatchObject(['CONFLICT', { currentVersion: 1 }]);
    const pickup = await placedOrder(anna, here);
    expect(await mona.codeOf(AssignCourierDocument, assigning(pickup, carl.id))).toBe('BAD_USER_INPUT');
    const over = await moved(here.owner, order, 'REJECTED');
    expect(await mona.codeOf(AssignCourierDocument, assigning(over, carl.id))).toBe('ORDER_CLOSED');
    const elsewhere = await place(app);
    const theirs = assigning(await placedDelivery(anna, here), carl.id);
    expect(await elsewhere.owner.codeOf(AssignCourierDocument, theirs)).toBe('NOT_FOUND');
  });

  test('is said once, however often it is sent with one key', async () => {
    const order = await placedDelivery(anna, here);
    const query = `mutation ($orderId: UUID!, $courierId: UUID, $expectedVersion: Int!, $key: IdempotencyKey) {
      assignCourier(orderId: $orderId, courierId: $courierId, expectedVersion: $expectedVersion, idempotencyKey: $key) { version }
    }`;
    const variables = { ...assigning(order, carl.id), key: key() };
    const first = await mona.raw(query, variables);
    expect(first.data).toEqual({ assignCourier: { version: 2 } });
    expect(await mona.raw(query, variables)).toEqual({
      ...first,
      extensions: { replayed: ['assignCourier'] },
    });
    const other = await mona.raw(query, { ...variables, courierId: cora.id });
    expect(other.errors![0]!.extensions!['code']).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});

describe('on its way', () => {
  test('its courier picks it up and hands it over, and moves nothing else', async () => {
    const order = await assigned(await placedDelivery(anna, here), carl);
    for (const to of ['ACCEPTED', 'REJECTED', 'CANCELLED', 'OUT_FOR_DELIVERY'] as const)
      expect([to, await moveCode(carl, order, to)]).toEqual([to, 'ILLEGAL_MOVE']);
    const waiting = await moved(here.owner, order, 'ACCEPTED', 'PREPARING', 'READY');
    expect((await seen(carl, order.id)).allowedMoves).toEqual(['OUT_FOR_DELIVERY']);
    expect(await moveCode(cora, waiting, 'OUT_FOR_DELIVERY')).toBe('NOT_FOUND');
    expect(await moveCode(carl, { ...waiting, version: 1 }, 'OUT_FOR_DELIVERY')).toBe('CONFLICT');
    const out = await moved(carl, waiting, 'OUT_FOR_DELIVERY');
    expect((await seen(carl, order.id)).allowedMoves).toEqual(['COMPLETED', 'RETURNED']);
    expect((await seen(anna, order.id)).allowedMoves).toEqual([]);
    await moved(carl, out, 'COMPLETED');
    expect(await seen(anna, order.id)).toMatchObject({ status: 'COMPLETED' });
  });

  test('nobody completes a delivery that has not left, nor sends out what is fetched', async () => {
    const order = await ready(carl);
    const cook = await staff(app, here.id, 'KITCHEN');
    expect((await seen(cook, order.id)).allowedMoves).toEqual([]);
    expect(await moveCode(mona, order, 'COMPLETED')).toBe('ILLEGAL_MOVE');
    const pickup = await moved(here.owner, await placedOrder(anna, here), 'ACCEPTED', 'PREPARING', 'READY');
    expect((await seen(mona, pickup.id)).allowedMoves).toEqual(['COMPLETED', 'CANCELLED']);
    expect(await moveCode(mona, pickup, 'OUT_FOR_DELIVERY')).toBe('ILLEGAL_MOVE');
  });

  test('it comes back with why, and is sent out again or cancelled by those who run the place', async () => {
    const out = await moved(carl, await ready(carl), 'OUT_FOR_DELIVERY');
    expect(await moveCode(carl, out, 'RETURNED')).toBe('ILLEGAL_MOVE');
    const failing = { orderId: out.id, expectedVersion: out.version, reason: 'NOBODY_THERE' } as const;
    const failCode = (viewer: As, wish: object = {}) =>
      viewer.codeOf(FailDeliveryDocument, { ...failing, ...wish });
    expect(await failCode(carl, { note: 'x'.repeat(201) })).toBe('BAD_USER_INPUT');
    expect(await failCode(carl, { expectedVersion: 1 })).toBe('CONFLICT');
    expect(await failCode(cora)).toBe('NOT_FOUND');
    expect(await failCode(anna)).toBe('ILLEGAL_MOVE');
    const note = 'The bell is broken';
    const { failDelivery } = await carl.ask(FailDeliveryDocument, { ...failing, note });
    expect(failDelivery).toMatchObject({ status: 'RETURNED', allowedMoves: [] });
    expect(failDelivery.deliveryFailure).toMatchObject({ reason: 'NOBODY_THERE', note, byId: carl.id });
    expect((await seen(anna, out.id)).deliveryFailure).toMatchObject({
      reason: 'NOBODY_THERE',
      note: null,
      byId: null,
    });
    expect((await seen(mona, out.id)).allowedMoves).toEqual(['READY', 'CANCELLED']);
    const again = await moved(mona, failDelivery, 'READY');
    const there = await moved(cora, await assigned(again, cora), 'OUT_FOR_DELIVERY', 'COMPLETED');
    expect(await seen(mona, there.id)).toMatchObject({ status: 'COMPLETED', courierId: cora.id });
  });

  test('what the courier wrote is erased with what is personal', async () => {
    const out = await moved(carl, await ready(carl), 'OUT_FOR_DELIVERY');
    const failing = {
      orderId: out.id,
      expectedVersion: out.version,
      reason: 'REFUSED',
      note: 'Rude',
    } as const;
    const { failDelivery } = await carl.ask(FailDeliveryDocument, failing);
    await moved(mona, failDelivery, 'CANCELLED');
    await rows(app.database.em(), oldOrderDetails(-1, 1_000));
    const { deliveryFailure, customerName } = await seen(mona, out.id);
    expect([deliveryFailure, customerName]).toMatchObject([{ reason: 'REFUSED', note: null }, null]);
  });

  test('events hold who and whom, and no word of it', async () => {
    const out = await moved(carl, await ready(carl), 'OUT_FOR_DELIVERY');
    await carl.ask(FailDeliveryDocument, {
      orderId: out.id,
      expectedVersion: out.version,
      reason: 'OTHER',
      note: 'Something private',
    });
    const told = await rows<{ kind: string; data: object }>(
      app.database.em(),
      sql`select kind, data from event where stream = ${here.id} and subject = ${out.id} order by number`,
    );
    expect(told.map(({ kind }) => kind)).toEqual([
      'order.placed',
      'order.courier-changed',
      'order.accepted',
      'order.preparing',
      'order.ready',
      'order.out-for-delivery',
      'order.returned',
    ]);
    expect(told[1]!.data).toEqual({ from: null, to: carl.id });
    expect(JSON.stringify(told)).not.toMatch(/private|Calle|600/);
  });
});

describe('a courier who goes', () => {
  const dismissed = (one: Person) =>
    here.owner.ask(RemoveStaffDocument, { restaurantId: here.id, personId: one.id });

  test("sees nothing any more, and what is not over is nobody's, which the managers hear", async () => {
    const done = await moved(carl, await ready(carl), 'OUT_FOR_DELIVERY', 'COMPLETED');
    const out = await moved(carl, await ready(carl), 'OUT_FOR_DELIVERY');
    const orders = mona.live(RestaurantOrdersDocument, { restaurantId: here.id });
    const own = carl.live(MyDeliveriesDocument, { restaurantId: here.id });
    const one = carl.live(OrderUpdatesDocument, { orderId: out.id });
    for (const stream of [orders, own, one]) await stream.at(0);
    await dismissed(carl);
    for (const stream of [own, one]) expect((await stream.refused()).code).toBe('NOT_FOUND');
    const { restaurantOrders } = await orders.at(1);
    expect(restaurantOrders.order).toMatchObject({ id: out.id, version: out.version + 1 });
    expect(await seen(mona, out.id)).toMatchObject({ courierId: null, status: 'OUT_FOR_DELIVERY' });
    expect(await seen(mona, done.id)).toMatchObject({ courierId: carl.id, version: done.version });
    for (const order of [out, done]) expect(await sight(carl, order)).toBe('NOT_FOUND');
    expect(await moveCode(carl, { ...out, version: out.version + 1 }, 'COMPLETED')).toBe('NOT_FOUND');
    for (const viewer of [mona, carl]) await viewer.hangUp();
  });

  test('to another role leaves the orders too', async () => {
    const order = await assigned(await placedDelivery(anna, here), carl);
    const change = { restaurantId: here.id, personId: carl.id, role: 'KITCHEN' } as const;
    await here.owner.ask(ChangeStaffRoleDocument, { input: change });
    expect(await seen(mona, order.id)).toMatchObject({ courierId: null, version: order.version + 1 });
    expect(await seen(carl, order.id)).toMatchObject({ phone: null, address: null });
  });

  test('while being assigned brings nothing: one of the two is first', async () => {
    const order = await placedDelivery(anna, here);
    const [assignment] = await Promise.all([
      mona.codeOf(AssignCourierDocument, assigning(order, carl.id)),
      dismissed(carl),
    ]);
    expect(['OK', 'NOT_FOUND']).toContain(assignment);
    expect((await seen(mona, order.id)).courierId).toBeNull();
  });
});

describe('myDeliveries', () => {
  const following = (viewer: As, after: number | null = null) =>
    viewer.live(MyDeliveriesDocument, { restaurantId: here.id, after });

  test('tells all there is to bring, then every change, and what is taken away', async () => {
    const first = await assigned(await placedDelivery(anna, here), carl);
    const stream = following(carl);
    const { myDeliveries: snapshot } = await stream.at(0);
    expect(snapshot).toMatchObject({ verdict: 'SNAPSHOT', gone: null });
    expect(snapshot.deliveries).toMatchObject([{ id: first.id, phone: '+34 600 000 000', address }]);
    const second = await assigned(await placedDelivery(anna, here), carl);
    await stream.find(({ myDeliveries }) => myDeliveries.delivery?.id === second.id);
    await assigned(first, cora);
    await stream.find(({ myDeliveries }) => myDeliveries.gone === first.id);
    await moved(here.owner, second, 'ACCEPTED', 'CANCELLED');
    await stream.find(({ myDeliveries }) => myDeliveries.delivery?.status === 'CANCELLED');
    let held = snapshot.number;
    for (const { myDeliveries } of stream.messages.slice(1)) {
      expect(myDeliveries.previous).toBeLessThanOrEqual(held);
      expect(myDeliveries.number).toBeGreaterThan(held);
      held = myDeliveries.number;
    }
    await carl.hangUp();
  });

  test('says nothing of the orders of others but that there is a number', async () => {
    const stream = following(carl);
    await stream.at(0);
    const order = await assigned(await placedDelivery(anna, here), cora);
    const own = await assigned(await placedDelivery(anna, here), carl);
    await stream.find(({ myDeliveries }) => myDeliveries.delivery?.id === own.id);
    expect(JSON.stringify(stream.messages)).not.toContain(order.id);
    await carl.hangUp();
  });

  test('goes on after the number it held', async () => {
    const order = await assigned(await placedDelivery(anna, here), carl);
    const stream = following(carl);
    const { number } = (await stream.at(0)).myDeliveries;
    stream.stop();
    const taken = await assigned(order, cora);
    const other = await assigned(await placedDelivery(anna, here), carl);
    const resumed = following(carl, number);
    expect((await resumed.at(0)).myDeliveries).toMatchObject({
      verdict: 'RESUMED',
      number,
      deliveries: null,
    });
    await resumed.find(({ myDeliveries }) => myDeliveries.gone === taken.id);
    await resumed.find(({ myDeliveries }) => myDeliveries.delivery?.id === other.id);
    const reset = following(carl, number + 1_000_000);
    const { myDeliveries } = await reset.at(0);
    expect(myDeliveries.verdict).toBe('RESET');
    expect(myDeliveries.deliveries!.map(({ id }) => id)).toEqual([other.id]);
    await carl.hangUp();
  });

  test('lists what was brought too, by status, a page at a time', async () => {
    const done = await moved(carl, await ready(carl), 'OUT_FOR_DELIVERY', 'COMPLETED');
    const { placedAt, ...placed } = await placedDelivery(anna, here);
    const open = await assigned(placed, carl);
    await assigned(await placedDelivery(anna, here), cora);
    const list = async (wish: object) =>
      (await carl.ask(MyDeliveryListDocument, { restaurantId: here.id, ...wish })).myDeliveries;
    expect((await list({})).edges.map(({ node }) => node.id)).toEqual([open.id, done.id]);
    const former =
      'query($id: UUID!) { myDeliveries(restaurantId: $id, status: [COMPLETED]) { edges { node { id } } } }';
    expect((await carl.raw(former, { id: here.id })).data).toEqual({
      myDeliveries: { edges: [{ node: { id: done.id } }] },
    });
    const wishes: [object, string[]][] = [
      [{ filter: { status: ['COMPLETED'] } }, [done.id]],
      [{ filter: { placedFrom: placedAt } }, [open.id]],
      [{ filter: { placedTo: placedAt } }, [done.id]],
      [{ filter: { placedTo: placedAt, status: ['PLACED'] } }, []],
      [{ filter: { number: 2_147_483_647 } }, []],
      [{ orderBy: [{ by: 'PLACED_AT' }] }, [done.id, open.id]],
      [{ orderBy: [{ by: 'STATUS', descending: true }] }, [done.id, open.id]],
    ];
    for (const [wish, expected] of wishes)
      expect([wish, (await list(wish)).edges.map(({ node }) => node.id)]).toEqual([wish, expected]);
    for (const wish of [
      { filter: { text: 'x'.repeat(101) } },
      { filter: { courierId: cora.id } },
      { first: 101 },
    ])
      expect(await carl.codeOf(MyDeliveryListDocument, { restaurantId: here.id, ...wish } as never)).toBe(
        'BAD_USER_INPUT',
      );
    expect((await list({ filter: { status: ['COMPLETED'] } })).edges.map(({ node }) => node.id)).toEqual([
      done.id,
    ]);
    const page = await list({ first: 1 });
    expect(page.pageInfo.hasNextPage).toBe(true);
    const next = await list({ first: 1, after: page.pageInfo.endCursor });
    expect(next.edges.map(({ node }) => node.id)).toEqual([done.id]);
    const elsewhere = (await place(app)).id;
    expect(await carl.codeOf(MyDeliveryListDocument, { restaurantId: elsewhere })).toBe('NOT_FOUND');
    expect(await new As(app.url).codeOf(MyDeliveryListDocument, { restaurantId: here.id })).toBe('NOT_FOUND');
  });
});
