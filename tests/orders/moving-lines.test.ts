import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  AddToOrderDocument,
  ItemDocument,
  MoveLinesDocument,
  type MoveLinesMutationVariables,
  MoveOrderDocument,
  OrderDocument,
  type OrderQuery,
  PlaceOrderDocument,
  RestaurantDetailsDocument,
  SetItemStockDocument,
  UpdateRestaurantDocument,
  VoidLineDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { lineMoves } from '../../src/orders/line-moves.ts';
import { type LineStage, type LineStatus, lineStatuses } from '../../src/orders/line-status.ts';
import type { OrderStatus } from '../../src/orders/order-status.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, type Refused } from '../support/as.ts';
import { cartOf, guest, itemOf, key, type Place, person, place, staff } from '../support/build.ts';
import { filledCart } from '../support/order.ts';

type Order = OrderQuery['order'];

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

const look = async (id: string, viewer: As = here.owner): Promise<Order> =>
  (await viewer.ask(OrderDocument, { id })).order;

/** An order with a coke of each of these courses. */
async function placed(
  courses: readonly (number | null)[],
  by: As = anna,
  itemId = here.coke.id,
): Promise<Order> {
  const { id, version } = await cartOf(by, here);
  const lines = courses.map((course, index) => ({ itemId, course, note: `line ${index}` }));
  const { addToCart } = await by.ask(AddToCartDocument, {
    input: { cartId: id, cartVersion: version, lines },
    idempotencyKey: key(),
  });
  const variables = { cartId: id, cartVersion: addToCart.cart.version, idempotencyKey: key() };
  return look((await by.ask(PlaceOrderDocument, variables)).placeOrder.order.id);
}

async function moved({ id, version }: Order, ...way: OrderStatus[]): Promise<Order> {
  for (const [step, to] of way.entries())
    await here.owner.ask(MoveOrderDocument, { orderId: id, to, expectedVersion: version + step });
  return look(id);
}

const accepted = async (...courses: (number | null)[]): Promise<Order> =>
  moved(await placed(courses), 'ACCEPTED');

type Choice = Pick<MoveLinesMutationVariables, 'lineIds' | 'course'>;

const moving = ({ id, version }: Order, to: LineStage, choice: Choice): MoveLinesMutationVariables => ({
  orderId: id,
  expectedVersion: version,
  to,
  ...choice,
});

/** The lines at these places. */
const at = ({ lines }: Order, ...places: number[]): Choice => ({
  lineIds: places.map((one) => lines[one]!.id),
});

async function move(order: Order, to: LineStage, choice: Choice, by: As = here.owner): Promise<Order> {
  await by.ask(MoveLinesDocument, moving(order, to, choice));
  return look(order.id);
}

const code = (order: Order, to: LineStage, choice: Choice, by: As = here.owner): Promise<ErrorCode | 'OK'> =>
  by.codeOf(MoveLinesDocument, moving(order, to, choice));

const states = ({ lines }: Order): LineStatus[] => lines.map(({ status }) => status);

const factsOf = async ({ id }: Order) => {
  const facts = await rows<{ kind: string; data: { from?: OrderStatus } }>(
    app.database.em(),
    sql`select kind, data from event where subject = ${id} order by number`,
  );
  return facts.map(({ kind, data }) => (data.from ? `${kind} from ${data.from}` : kind));
};

/** Written by hand, not printed from the rules: who may do what from where. */
const allowed: Record<LineStatus, Record<string, readonly LineStage[]>> = {
  WAITING: { OWNER: ['FIRED'], MANAGER: ['FIRED'], KITCHEN: ['FIRED'], FLOOR: ['FIRED'] },
  FIRED: {
    OWNER: ['WAITING', 'READY'],
    MANAGER: ['WAITING', 'READY'],
    KITCHEN: ['WAITING', 'READY'],
    FLOOR: ['WAITING'],
  },
  READY: {
    OWNER: ['FIRED', 'SERVED'],
    MANAGER: ['FIRED', 'SERVED'],
    KITCHEN: ['FIRED', 'SERVED'],
    FLOOR: ['SERVED'],
  },
  SERVED: {},
  VOID: {},
};

const stages: readonly LineStage[] = ['WAITING', 'FIRED', 'READY', 'SERVED'];
const seeing = ['OWNER', 'MANAGER', 'FLOOR', 'KITCHEN', 'the guest'];
const blind = ['COURIER', 'another guest', 'a customer', 'nobody', 'the owner of elsewhere'];

/** Eight lines that stand there, and a ninth that waits: the order is under way. */
async function linesIn(status: LineStatus): Promise<Order> {
  const order = await accepted(...Array.from({ length: 8 }, () => 1), 9);
  const eight = at(order, 0, 1, 2, 3, 4, 5, 6, 7);
  if (status === 'WAITING') return move(order, 'WAITING', eight);
  if (status === 'FIRED') return order;
  if (status === 'VOID') {
    for (const [index, { id: lineId }] of order.lines.slice(0, 8).entries()) {
      const input = { orderId: order.id, expectedVersion: order.version + index, lineId, reason: 'It fell' };
      await here.owner.ask(VoidLineDocument, { input });
    }
    return look(order.id);
  }
  const ready = await move(order, 'READY', eight);
  return status === 'READY' ? ready : move(ready, 'SERVED', eight);
}

describe.each(lineStatuses)('a line that is %s', (status) => {
  test('goes for each role where allowedMoves says, and nowhere else', async () => {
    let order = await linesIn(status);
    let next = 0;
    for (const name of seeing) {
      const viewer = viewers.get(name)!;
      const may = allowed[status][name] ?? [];
      for (const to of stages) {
        const line = await look(order.id, viewer).then(({ lines }) => lines[next]!);
        expect([name, line.status, line.allowedMoves]).toEqual([name, status, may]);
        const answer = await code(order, to, at(order, next), viewer);
        expect([name, to, answer]).toEqual([name, to, may.includes(to) ? 'OK' : 'ILLEGAL_MOVE']);
        const after = await look(order.id);
        if (may.includes(to)) {
          expect(after.lines[next]!.status).toBe(to);
          expect(after.version).toBe(order.version + 1);
          next += 1;
        } else expect(after).toEqual(order);
        order = after;
      }
    }
    expect(next).toBe(Object.values(allowed[status]).flat().length);
    for (const name of blind)
      expect([name, await code(order, 'FIRED', at(order, 8), viewers.get(name)!)]).toEqual([
        name,
        'NOT_FOUND',
      ]);
  });
});

test('no line moves before its order is accepted, or once it is over', async () => {
  const order = await placed([1]);
  for (const one of [order, await moved(await placed([1]), 'ACCEPTED', 'PREPARING', 'READY', 'COMPLETED')]) {
    expect(one.lines[0]!.allowedMoves).toEqual([]);
    for (const to of stages) expect([to, await code(one, to, at(one, 0))]).toEqual([to, 'ILLEGAL_MOVE']);
  }
});

test.each<[string, Choice]>([
  ['neither lines nor a course', {}],
  ['both', { lineIds: [key()], course: 1 }],
  ['no line', { lineIds: [] }],
  ['lines without end', { lineIds: Array.from({ length: 101 }, key) }],
  ['no course', { course: 0 }],
  ['a tenth course', { course: 10 }],
  ['courses without end', { course: 2 ** 31 - 1 }],
])('whoever names %s is refused', async (_, choice) => {
  const order = await accepted(1);
  expect(await code(order, 'READY', choice)).toBe('BAD_USER_INPUT');
  expect(await look(order.id)).toEqual(order);
});

test('a line of another order is none of this one, and nothing has moved', async () => {
  const order = await accepted(1);
  const other = await accepted(1);
  const both = { lineIds: [order.lines[0]!.id, other.lines[0]!.id] };
  expect(await code(order, 'READY', both)).toBe('NOT_FOUND');
  expect(await look(order.id)).toEqual(order);
  expect(await look(other.id)).toEqual(other);
});

test('lines move all or none', async () => {
  const order = await accepted(1, 2);
  expect(await code(order, 'READY', at(order, 0, 1))).toBe('ILLEGAL_MOVE');
  expect(await look(order.id)).toEqual(order);
});

test('a stale version is refused with the current one', async () => {
  const order = await accepted(1, 1);
  await move(order, 'READY', at(order, 0));
  const stale = moving(order, 'READY', at(order, 1));
  const refusal = (await here.owner
    .ask(MoveLinesDocument, stale)
    .catch((error: unknown) => error)) as Refused;
  const { version } = await look(order.id);
  expect(refusal.extensions).toMatchObject({ code: 'CONFLICT', problem: { currentVersion: version } });
});

test('of two cooks with one version one wins, and the other on retry', async () => {
  const order = await accepted(1, 1);
  const kim = viewers.get('KITCHEN')!;
  const codes = await Promise.all([
    code(order, 'READY', at(order, 0)),
    code(order, 'READY', at(order, 1), kim),
  ]);
  expect(codes.toSorted()).toEqual(['CONFLICT', 'OK']);
  const again = await look(order.id);
  expect(await code(again, 'READY', at(again, codes.indexOf('CONFLICT')))).toBe('OK');
  expect(await look(order.id)).toMatchObject({ status: 'READY', version: order.version + 2 });
});

describe('courses', () => {
  test('the first is fired with what belongs to none when the order is accepted; the others wait until they are', async () => {
    const before = await placed([null, 1, 2, 3]);
    expect(states(before)).toEqual(['WAITING', 'WAITING', 'WAITING', 'WAITING']);
    expect(before.lines.map(({ course }) => course)).toEqual([null, 1, 2, 3]);
    const order = await moved(before, 'ACCEPTED');
    expect(states(order)).toEqual(['FIRED', 'FIRED', 'WAITING', 'WAITING']);
    const fired = await move(order, 'FIRED', { course: 2 }, viewers.get('FLOOR'));
    expect(states(fired)).toEqual(['FIRED', 'FIRED', 'FIRED', 'WAITING']);
    const held = await move(fired, 'WAITING', { course: 1 }, viewers.get('FLOOR'));
    expect(states(held)).toEqual(['WAITING', 'WAITING', 'FIRED', 'WAITING']);
    expect(held.status).toBe('ACCEPTED');
    expect(await code(held, 'WAITING', { course: 3 })).toBe('ILLEGAL_MOVE');
  });

  test('the same choice for another course is another line of the cart', async () => {
    const { id: cartId, version: cartVersion } = await cartOf(anna, here);
    const lines = [null, 2, 2, 3].map((course) => ({ itemId: here.coke.id, course }));
    const variables = { input: { cartId, cartVersion, lines }, idempotencyKey: key() };
    const { cart } = (await anna.ask(AddToCartDocument, variables)).addToCart;
    expect(cart.lines.map(({ course, quantity }) => [course, quantity])).toEqual([
      [null, 1],
      [2, 2],
      [3, 1],
    ]);
    for (const course of [0, 10, -1]) {
      const input = { cartId, cartVersion: cart.version, lines: [{ itemId: here.coke.id, course }] };
      expect(await anna.codeOf(AddToCartDocument, { input, idempotencyKey: key() })).toBe('BAD_USER_INPUT');
    }
    await anna.ask(PlaceOrderDocument, { cartId, cartVersion: cart.version, idempotencyKey: key() });
  });

  test('are fired at once where nobody has to accept orders', async () => {
    await saying(true);
    const order = await placed([1, 2]);
    expect([order.status, ...states(order)]).toEqual(['ACCEPTED', 'FIRED', 'WAITING']);
    await saying(false);
  });

  test('of an order for later wait until somebody begins', async () => {
    const walkIn = await guest(app, { slug: here.slug });
    const { id, version } = await filledCart(walkIn, here);
    const wishedAt = new Date(Date.now() + 3_600_000).toISOString();
    const variables = {
      cartId: id,
      cartVersion: version,
      customerName: 'Anna',
      wishedAt,
      idempotencyKey: key(),
    };
    const { order } = (await walkIn.ask(PlaceOrderDocument, variables)).placeOrder;
    const waiting = await moved(await look(order.id), 'ACCEPTED');
    expect(states(waiting)).toEqual(['WAITING']);
    expect(states(await moved(waiting, 'PREPARING'))).toEqual(['FIRED']);
  });

  async function saying(autoAccept: boolean): Promise<void> {
    const { restaurant } = await here.owner.ask(RestaurantDetailsDocument, { slug: here.slug });
    const variables = { restaurantId: here.id, expectedVersion: restaurant.version, input: { autoAccept } };
    await here.owner.ask(UpdateRestaurantDocument, variables);
  }
});

describe('an order goes with its lines', () => {
  test('PREPARING with the first that is ready, READY with the last, PREPARING after a recall', async () => {
    let order = await accepted(1, 1);
    order = await move(order, 'READY', at(order, 0));
    expect(order.status).toBe('PREPARING');
    order = await move(order, 'READY', at(order, 1));
    expect(order.status).toBe('READY');
    order = await move(order, 'FIRED', at(order, 0));
    expect([order.status, ...states(order)]).toEqual(['PREPARING', 'FIRED', 'READY']);
    order = await move(order, 'SERVED', at(order, 1));
    expect(order.status).toBe('PREPARING');
    order = await move(order, 'READY', { course: 1 });
    order = await move(order, 'SERVED', { course: 1 });
    expect([order.status, ...states(order)]).toEqual(['READY', 'SERVED', 'SERVED']);
    expect(await factsOf(order)).toEqual([
      'order.placed',
      'order.accepted from PLACED',
      'order.lines-ready',
      'order.preparing from ACCEPTED',
      'order.lines-ready',
      'order.ready from PREPARING',
      'order.lines-fired',
      'order.preparing from READY',
      'order.lines-served',
      'order.lines-ready',
      'order.ready from PREPARING',
      'order.lines-served',
    ]);
  });

  test('step by step when all of them are bumped at once', async () => {
    const order = await accepted(1, 1);
    expect(await move(order, 'READY', { course: 1 })).toMatchObject({ status: 'READY', version: 3 });
    expect((await factsOf(order)).slice(2)).toEqual([
      'order.lines-ready',
      'order.preparing from ACCEPTED',
      'order.ready from PREPARING',
    ]);
  });

  test('and they with it: READY bumps all that is left, COMPLETED serves them', async () => {
    const ready = await moved(await accepted(1, null), 'PREPARING', 'READY');
    expect([ready.status, ...states(ready)]).toEqual(['READY', 'READY', 'READY']);
    expect(states(await moved(ready, 'COMPLETED'))).toEqual(['SERVED', 'SERVED']);
  });

  test('but for a course that is held, which keeps it PREPARING until it is made', async () => {
    let order = await moved(await accepted(1, 2), 'PREPARING', 'READY');
    expect([order.status, ...states(order)]).toEqual(['PREPARING', 'READY', 'WAITING']);
    expect((await factsOf(order)).at(-1)).toBe('order.lines-ready');
    const again = { orderId: order.id, expectedVersion: order.version, to: 'READY' } as const;
    expect(order.allowedMoves).toEqual(['CANCELLED']);
    expect(await here.owner.codeOf(MoveOrderDocument, again)).toBe('ILLEGAL_MOVE');
    order = await move(order, 'FIRED', { course: 2 });
    order = await moved(order, 'READY');
    expect([order.status, ...states(order)]).toEqual(['READY', 'READY', 'READY']);
  });

  test('when what was missing is void, and stays where it is when nothing is left', async () => {
    let order = await accepted(1, 2);
    order = await move(order, 'READY', at(order, 0));
    order = await voided(order, 1);
    expect([order.status, ...states(order)]).toEqual(['READY', 'READY', 'VOID']);
    expect((await factsOf(order)).slice(-2)).toEqual(['order.voided', 'order.ready from PREPARING']);
    order = await voided(order, 0);
    expect([order.status, ...states(order)]).toEqual(['READY', 'VOID', 'VOID']);
  });

  test('what is added is to be made at once, but for later courses', async () => {
    const order = await moved(await accepted(1), 'PREPARING');
    const { id: cartId, version: cartVersion } = await cartOf(anna, here);
    const lines = [{ itemId: here.coke.id }, { itemId: here.coke.id, course: 2 }];
    const filled = { input: { cartId, cartVersion, lines }, idempotencyKey: key() };
    const { cart } = (await anna.ask(AddToCartDocument, filled)).addToCart;
    const seen = { orderId: order.id, expectedVersion: order.version };
    const adding = { ...seen, cartId, cartVersion: cart.version, idempotencyKey: key() };
    await anna.ask(AddToOrderDocument, adding);
    const { lines: all } = await look(order.id);
    expect(all.map(({ round, status }) => [round, status])).toEqual([
      [1, 'FIRED'],
      [2, 'FIRED'],
      [2, 'WAITING'],
    ]);
  });

  async function voided({ id, version, lines }: Order, line: number): Promise<Order> {
    const input = { orderId: id, expectedVersion: version, lineId: lines[line]!.id, reason: 'It fell' };
    await here.owner.ask(VoidLineDocument, { input });
    return look(id);
  }
});

test('a cancelled order gives back what is not ready, and keeps what is', async () => {
  const { id: itemId } = await itemOf(here.owner, here.categoryId, 'Tart', 400);
  const counted = (remaining: number) =>
    here.owner.ask(SetItemStockDocument, { input: { itemId, remaining } });
  await counted(3);
  let order = await moved(await placed([1, 1, 2], anna, itemId), 'ACCEPTED');
  order = await move(order, 'READY', at(order, 0));
  const { id: orderId, version: expectedVersion } = order;
  const cancelling = { orderId, expectedVersion, to: 'CANCELLED', reason: 'NOT_WANTED' } as const;
  await here.owner.ask(MoveOrderDocument, cancelling);
  expect(states(await look(order.id))).toEqual(['READY', 'FIRED', 'WAITING']);
  await placed([1, 2], anna, itemId);
  expect((await anna.ask(ItemDocument, { id: itemId })).item.available).toBe(false);
});

test('the table leads from every stage to the next, and back until it is served', () => {
  const reached = (from: LineStage): LineStage[] =>
    lineMoves.filter((one) => one.from === from).map(({ to }) => to);
  expect(Object.fromEntries(stages.map((one) => [one, reached(one)]))).toEqual({
    WAITING: ['FIRED'],
    FIRED: ['WAITING', 'READY'],
    READY: ['FIRED', 'SERVED'],
    SERVED: [],
  });
});
