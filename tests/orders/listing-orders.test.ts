import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  type AllOrdersFilterInput,
  AuditEntriesDocument,
  MoveOrderDocument,
  MyOrdersDocument,
  type MyOrdersQueryVariables,
  OrderDocument,
  type OrderOrderInput,
  OrdersDocument,
  type OrdersQueryVariables,
  PlaceOrderDocument,
  RestaurantAuditDocument,
  type RestaurantOrderFilterInput,
  RestaurantOrderListDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import {
  admin,
  cartOf,
  guest,
  key,
  type Person,
  type Place,
  person,
  place,
  staff,
} from '../support/build.ts';
import { filledCart, type PlacedOrder, placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let pia: Person;
/** Newest first, as lists are. */
let orders: PlacedOrder[];

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  pia = await person(app);
  orders = [];
  for (let count = 0; count < 7; count += 1) orders.unshift(await placedOrder(pia, here));
});

afterAll(() => app.close());

type Pages = Partial<MyOrdersQueryVariables>;

const lists: Record<
  string,
  { page: (pages: Pages) => ReturnType<typeof mine>; code: (pages: Pages) => Promise<ErrorCode | 'OK'> }
> = {
  'my orders': { page: (pages) => mine(pages), code: (pages) => pia.codeOf(MyOrdersDocument, pages) },
  "the restaurant's orders": {
    page: async (pages) =>
      (await here.owner.ask(RestaurantOrderListDocument, { slug: here.slug, ...pages })).restaurant.orders,
    code: (pages) => here.owner.codeOf(RestaurantOrderListDocument, { slug: here.slug, ...pages }),
  },
};

async function mine(pages: Pages) {
  return (await pia.ask(MyOrdersDocument, pages)).myOrders;
}

const ids = (nodes: readonly { readonly id: string }[]): string[] => nodes.map(({ id }) => id);
const idsOf = ({ edges }: { edges: { node: { id: string } }[] }): string[] =>
  ids(edges.map(({ node }) => node));

describe.each(Object.keys(lists))('%s', (name) => {
  const { page, code } = lists[name]!;

  test('come newest first', async () => {
    const all = await page({});
    expect(idsOf(all)).toEqual(ids(orders));
    expect(all.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  test('are read forward, page by page', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 3; pages += 1) {
      const { edges, pageInfo } = await page({ first: 3, after });
      seen.push(...ids(edges.map(({ node }) => node)));
      expect(pageInfo).toMatchObject({ hasNextPage: pages < 2, hasPreviousPage: pages > 0 });
      expect(pageInfo.endCursor).toBe(edges.at(-1)!.cursor);
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(ids(orders));
  });

  test('are read backward, page by page, each page newest first', async () => {
    const seen: string[] = [];
    let before: string | null = null;
    for (let pages = 0; pages < 3; pages += 1) {
      const { edges, pageInfo } = await page({ last: 3, before });
      seen.unshift(...ids(edges.map(({ node }) => node)));
      expect(pageInfo).toMatchObject({ hasNextPage: pages > 0, hasPreviousPage: pages < 2 });
      before = pageInfo.startCursor;
    }
    expect(seen).toEqual(ids(orders));
  });

  test('end in an empty page without cursors', async () => {
    const { pageInfo } = await page({});
    const beyond = await page({ first: 5, after: pageInfo.endCursor });
    expect(beyond.edges).toEqual([]);
    expect(beyond.pageInfo).toMatchObject({ hasNextPage: false, startCursor: null, endCursor: null });
  });

  test('are 1 to 100 a page', async () => {
    for (const first of [0, -1, 101, 1e9]) expect(await code({ first })).toBe('BAD_USER_INPUT');
    for (const last of [0, -1, 101, 1e9]) expect(await code({ last })).toBe('BAD_USER_INPUT');
    expect(await code({ first: 100 })).toBe('OK');
  });

  test.each(['broken', '', '!', 'x'.repeat(5000), '019aa000-0000-7000-8000-000000000000'])(
    'are not read from a cursor that is none: %.20s',
    async (cursor) => {
      expect(await code({ after: cursor })).toBe('BAD_USER_INPUT');
      expect(await code({ last: 2, before: cursor })).toBe('BAD_USER_INPUT');
    },
  );

  test('are counted only when asked for', async () => {
    const counts = (texts: readonly string[]) => texts.filter((text) => /count\(/i.test(text)).length;
    const without = await app.statements.during(() => page({ first: 2 }));
    const counted = await app.statements.during(() => page({ first: 2, withTotal: true }));
    expect(counted.answer.totalCount).toBe(7);
    expect([counts(without.texts), counts(counted.texts)]).toEqual([0, 1]);
  });
});

test('a page holds at most 100, and 20 when nobody says', async () => {
  const there = await place(app);
  const anna = await guest(app, there);
  for (let count = 0; count < 21; count += 1) await placedOrder(anna, there);
  const { myOrders } = await anna.ask(MyOrdersDocument, { withTotal: true });
  expect([myOrders.edges.length, myOrders.totalCount, myOrders.pageInfo.hasNextPage]).toEqual([20, 21, true]);
});

test("the restaurant's orders are filtered by status", async () => {
  const there = await place(app);
  const anna = await guest(app, there);
  const [first, second] = [await placedOrder(anna, there), await placedOrder(anna, there)];
  await there.owner.ask(MoveOrderDocument, { orderId: first.id, to: 'ACCEPTED', expectedVersion: 1 });
  const filtered = async (status: ('PLACED' | 'ACCEPTED' | 'READY')[]) => {
    const variables = { slug: there.slug, filter: { status }, withTotal: true };
    const { orders: found } = (await there.owner.ask(RestaurantOrderListDocument, variables)).restaurant;
    return [found.totalCount, idsOf(found)];
  };
  expect(await filtered(['ACCEPTED'])).toEqual([1, [first.id]]);
  expect(await filtered(['PLACED', 'ACCEPTED'])).toEqual([2, [second.id, first.id]]);
  expect(await filtered(['READY'])).toEqual([0, []]);
  expect(await filtered([])).toEqual([0, []]);
});

test("the restaurant's orders are found by the name that is called out, as long as it is kept, and nobody else's", async () => {
  const there = await place(app);
  const counter = await guest(app, { slug: there.slug });
  const placing = async (customerName: string) => {
    const { id, version } = await filledCart(counter, there);
    const wish = { fulfilment: 'PICKUP' as const, customerName, note: 'Zwiebel' };
    const variables = { cartId: id, cartVersion: version, ...wish, idempotencyKey: key() };
    return (await counter.ask(PlaceOrderDocument, variables)).placeOrder.order;
  };
  const [order] = [await placing('Wilhelmína'), await placing('Bob')];
  const found = async (text: string) => {
    const variables = { slug: there.slug, filter: { text } };
    return idsOf((await there.owner.ask(RestaurantOrderListDocument, variables)).restaurant.orders);
  };
  expect([await found('wilhelmina'), await found('zwiebel')]).toEqual([[order!.id], []]);
  const { myOrders } = await counter.ask(MyOrdersDocument, { filter: { text: 'wilhelmina' } });
  expect(myOrders.edges).toEqual([]);
  await rows(app.database.em(), sql`update orders set customer_name = null where id = ${order!.id}`);
  expect(await found('wilhelmina')).toEqual([]);
});

test('each says its table and the day that its number is of, which find it again', async () => {
  const { restaurant } = await here.owner.ask(RestaurantOrderListDocument, { slug: here.slug, first: 1 });
  const there = await place(app);
  const { id } = await placedOrder(await guest(app, there), there);
  const { order } = await there.owner.ask(OrderDocument, { id });
  expect(order.tableId).toBe(there.tableId);
  const { tableId, businessDay, number } = order;
  const filter = { tableId, businessDay, number };
  const again = await there.owner.ask(RestaurantOrderListDocument, { slug: there.slug, filter });
  expect(again.restaurant.orders.edges.map(({ node }) => node)).toMatchObject([{ id, ...filter }]);
  expect(restaurant.orders.edges[0]!.node.tableId).toBeNull();
});

test("the restaurant's orders are for the kitchen, the floor, managers and owners", async () => {
  const codeFor = (viewer: As) => viewer.codeOf(RestaurantOrderListDocument, { slug: here.slug });
  for (const role of ['KITCHEN', 'FLOOR', 'MANAGER'] as const)
    expect(await codeFor(await staff(app, here.id, role))).toBe('OK');
  expect(await codeFor(await staff(app, here.id, 'COURIER'))).toBe('FORBIDDEN');
  for (const stranger of [pia, await guest(app, here), new As(app.url), (await place(app)).owner])
    expect(await codeFor(stranger)).toBe('NOT_FOUND');
});

test('my orders are those of every restaurant, and nobody has none', async () => {
  const quinn = await person(app);
  const mine = [await placedOrder(quinn, here), await placedOrder(quinn, await place(app))];
  expect(idsOf((await quinn.ask(MyOrdersDocument)).myOrders)).toEqual(ids(mine.reverse()));
  expect(await new As(app.url).codeOf(MyOrdersDocument, {})).toBe('UNAUTHENTICATED');
});

test("a guest's orders are those of the visit", async () => {
  const [anna, berta] = [await guest(app, here), await guest(app, here)];
  const { id } = await placedOrder(anna, here);
  expect(idsOf((await anna.ask(MyOrdersDocument)).myOrders)).toEqual([id]);
  expect(idsOf((await berta.ask(MyOrdersDocument)).myOrders)).toEqual([]);
});

describe('the orders of all restaurants', () => {
  let ada: Person;
  let there: Place;
  let theirs: PlacedOrder;

  beforeAll(async () => {
    ada = await admin(app);
    there = await place(app);
    theirs = await placedOrder(await guest(app, there), there);
  });

  const list = async (wanted: Partial<OrdersQueryVariables>) =>
    (await ada.ask(OrdersDocument, wanted)).orders;

  test('are read by admins of the platform, newest first, and say where they are of', async () => {
    const { edges, totalCount } = await list({ first: 2, withTotal: true });
    expect(edges[0]!.node).toMatchObject({ id: theirs.id, restaurantId: there.id, total: { amount: 250 } });
    expect(totalCount).toBeGreaterThan(7);
    const [counted] = await rows<{ count: number }>(app.database.em(), sql`select count(*)::int from orders`);
    expect(totalCount).toBe(counted!.count);
  });

  test('are filtered by restaurant, status and time', async () => {
    const { placedAt } = theirs;
    const filters: [AllOrdersFilterInput, string[]][] = [
      [{ restaurantId: there.id }, [theirs.id]],
      [{ restaurantId: there.id, text: 'coke', number: 1 }, [theirs.id]],
      [{ restaurantId: there.id, status: ['COMPLETED'] }, []],
      [{ restaurantId: key() }, []],
      [{ placedFrom: placedAt }, [theirs.id]],
      [{ placedFrom: placedAt, text: 'table 1' }, [theirs.id]],
      [{ placedFrom: placedAt, placedTo: placedAt }, []],
    ];
    for (const [filter, expected] of filters)
      expect([filter, idsOf(await list({ filter }))]).toEqual([filter, expected]);
    const accepted = await list({ filter: { status: ['ACCEPTED'], placedTo: placedAt } });
    expect(accepted.edges.every(({ node }) => node.status === 'ACCEPTED')).toBe(true);
    const orderBy = [{ by: 'PLACED_AT' as const }];
    expect(idsOf(await list({ filter: { restaurantId: here.id }, orderBy, first: 7 }))).toEqual(
      ids(orders).reverse(),
    );
  });

  test('are not looked through, however many there are, for what no index finds', async () => {
    const since = { placedFrom: theirs.placedAt };
    const { restaurantId, placedFrom } = { restaurantId: there.id, ...since };
    for (const wide of [
      { filter: { text: 'coke' } },
      { filter: { number: 1 } },
      { filter: { businessDay: '2026-01-01' } },
      { orderBy: [{ by: 'TOTAL' as const }] },
    ]) {
      expect([wide, await ada.codeOf(OrdersDocument, wide)]).toEqual([wide, 'BAD_USER_INPUT']);
      for (const narrow of [{ restaurantId }, { placedFrom }]) {
        const filter = { ...wide.filter, ...narrow };
        expect(await ada.codeOf(OrdersDocument, { ...wide, filter })).toBe('OK');
      }
    }
  });

  test('are nobody else’s to read, and the audit keeps who did', async () => {
    for (const nobody of [here.owner, await guest(app, here), new As(app.url)])
      for (const filter of [{}, { restaurantId: here.id }])
        expect(await nobody.codeOf(OrdersDocument, { filter })).toBe('NOT_FOUND');
    const since = new Date().toISOString();
    await list({ filter: { restaurantId: there.id, text: 'secret' } });
    await list({});
    const read = (await ada.ask(AuditEntriesDocument, { filter: { since, field: 'orders' } })).auditEntries;
    expect(read.edges.map(({ node }) => [node.restaurantId, node.arguments])).toEqual([
      [null, {}],
      [there.id, { filter: { restaurantId: there.id, text: '***' } }],
    ]);
    const { restaurantAudit } = await there.owner.ask(RestaurantAuditDocument, {
      restaurantId: there.id,
      filter: { since, field: 'orders' },
    });
    expect(restaurantAudit.edges).toHaveLength(1);
  });
});

describe('a list is wanted otherwise', () => {
  let there: Place;
  let anna: As;
  /** By what each is called here: how many cokes or pizzas, and where it stands. */
  const placed: Record<string, PlacedOrder> = {};

  beforeAll(async () => {
    there = await place(app);
    anna = await guest(app, there);
    for (const [name, itemId, quantity] of [
      ['one coke', there.coke.id, 1],
      ['two cokes', there.coke.id, 2],
      ['two cokes more', there.coke.id, 2],
      ['a pizza', there.pizza.id, 1],
    ] as const)
      placed[name] = await ordered(itemId, quantity);
    const { id: orderId } = placed['one coke']!;
    await there.owner.ask(MoveOrderDocument, { orderId, to: 'ACCEPTED', expectedVersion: 1 });
  });

  async function ordered(itemId: string, quantity: number): Promise<PlacedOrder> {
    const { id, version } = await cartOf(anna, there);
    const choices = itemId === there.pizza.id ? { variantId: there.pizza.regularId } : {};
    const input = { cartId: id, cartVersion: version, lines: [{ itemId, quantity, ...choices }] };
    const { cart } = (await anna.ask(AddToCartDocument, { input, idempotencyKey: key() })).addToCart;
    const placing = { cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() };
    return (await anna.ask(PlaceOrderDocument, placing)).placeOrder.order;
  }

  type Wanted = {
    filter?: RestaurantOrderFilterInput;
    orderBy?: OrderOrderInput[];
    first?: number;
    last?: number;
    after?: string | null;
    before?: string | null;
  };

  const list = async (wanted: Wanted) =>
    (await there.owner.ask(RestaurantOrderListDocument, { slug: there.slug, ...wanted })).restaurant.orders;
  const nameOf = (id: string) => Object.keys(placed).find((name) => placed[name]!.id === id);
  const names = async (wanted: Wanted) => idsOf(await list(wanted)).map(nameOf);
  const codeOf = (wanted: object) =>
    there.owner.codeOf(RestaurantOrderListDocument, { slug: there.slug, ...wanted } as { slug: string });

  const up = (by: OrderOrderInput['by']): OrderOrderInput => ({ by, descending: false });
  const down = (by: OrderOrderInput['by']): OrderOrderInput => ({ by, descending: true });
  const orderings: [string, OrderOrderInput[], string[]][] = [
    ['by number', [up('NUMBER')], ['one coke', 'two cokes', 'two cokes more', 'a pizza']],
    ['by time', [up('PLACED_AT')], ['one coke', 'two cokes', 'two cokes more', 'a pizza']],
    ['the last changed first', [down('UPDATED_AT')], ['one coke', 'a pizza', 'two cokes more', 'two cokes']],
    [
      'by status against its letters, what is equal newest first',
      [up('STATUS')],
      ['a pizza', 'two cokes more', 'two cokes', 'one coke'],
    ],
    [
      'by total and then by number',
      [up('TOTAL'), up('NUMBER')],
      ['one coke', 'two cokes', 'two cokes more', 'a pizza'],
    ],
    [
      'by total and then by number, the last first',
      [up('TOTAL'), down('NUMBER')],
      ['one coke', 'two cokes more', 'two cokes', 'a pizza'],
    ],
  ];

  test.each(orderings)('%s, page by page, both ways', async (_, orderBy, expected) => {
    expect(await names({ orderBy })).toEqual(expected);
    const seen: (string | undefined)[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 4; pages += 1) {
      const { edges, pageInfo } = await list({ orderBy, first: 1, after });
      seen.push(...edges.map(({ node }) => nameOf(node.id)));
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(expected);
    expect(await names({ orderBy, last: 3, before: after })).toEqual(expected.slice(0, 3));
  });

  test('filtered by all there is to filter by', async () => {
    const all = ['a pizza', 'two cokes more', 'two cokes', 'one coke'];
    const { placedAt } = placed['two cokes']!;
    const filters: [RestaurantOrderFilterInput, string[]][] = [
      [{ status: ['ACCEPTED'] }, ['one coke']],
      [{ fulfilment: ['DINE_IN'] }, all],
      [{ fulfilment: ['PICKUP', 'DELIVERY'] }, []],
      [{ placedFrom: placedAt }, all.slice(0, 3)],
      [{ placedTo: placedAt }, ['one coke']],
      [{ placedFrom: '0001-01-01T00:00:00Z', placedTo: '9999-12-31T23:59:59Z' }, all],
      [{ businessDay: '1999-12-31' }, []],
      [{ number: 3 }, ['two cokes more']],
      [{ number: 2_147_483_647 }, []],
      [{ text: 'OKÉ' }, all.slice(1)],
      [{ text: '4' }, ['a pizza']],
      [{ text: 'table 1' }, all],
      [{ text: '%' }, []],
      [{ tableId: there.tableId }, all],
      [{ tableId: key() }, []],
      [{ courierId: key() }, []],
      [{ enteredById: key() }, []],
      [{ text: 'coke', status: ['PLACED'], number: 2 }, ['two cokes']],
    ];
    for (const [filter, expected] of filters)
      expect([filter, await names({ filter })]).toEqual([filter, expected]);
  });

  test('but not in another way than is written down', async () => {
    for (const wanted of [
      { filter: { text: '' } },
      { filter: { text: 'x'.repeat(101) } },
      { filter: { number: 0 } },
      { filter: { number: 1e12 } },
      { filter: { businessDay: 'today' } },
      { filter: { customerName: 'Anna' } },
      { filter: { tableId: 'Table 1' } },
      { orderBy: [{ by: 'CUSTOMER_NAME' }] },
      { orderBy: [up('TOTAL'), down('TOTAL')] },
    ])
      expect([wanted, await codeOf(wanted)]).toEqual([wanted, 'BAD_USER_INPUT']);
  });

  test('nor from a cursor of another order, or a forged one', async () => {
    const { endCursor } = (await list({ orderBy: [up('PLACED_AT')], first: 1 })).pageInfo;
    expect(await codeOf({ orderBy: [up('PLACED_AT')], after: endCursor })).toBe('OK');
    expect(await codeOf({ orderBy: [down('PLACED_AT')], after: endCursor })).toBe('BAD_USER_INPUT');
    expect(await codeOf({ after: endCursor })).toBe('BAD_USER_INPUT');
    const [order, , id] = JSON.parse(Buffer.from(endCursor!, 'base64url').toString());
    for (const moment of ['2026-02-31T00:00:00+00:00', '2026-01-01T00:00:00+99:00', 'infinity', 'now', 5]) {
      const after = Buffer.from(JSON.stringify([order, moment, id])).toString('base64url');
      expect([moment, await codeOf({ orderBy: [up('PLACED_AT')], after })]).toEqual([
        moment,
        'BAD_USER_INPUT',
      ]);
    }
  });

  test('by its guest too', async () => {
    const wanted = { filter: { text: 'coke' }, orderBy: [down('TOTAL'), up('NUMBER')] };
    const { myOrders } = await anna.ask(MyOrdersDocument, wanted);
    expect(idsOf(myOrders).map(nameOf)).toEqual(['two cokes', 'two cokes more', 'one coke']);
  });
});
