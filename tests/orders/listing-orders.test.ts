import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  MoveOrderDocument,
  MyOrdersDocument,
  type MyOrdersQueryVariables,
  RestaurantOrderListDocument,
} from '../../schema/operations.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, type Person, type Place, person, place, staff } from '../support/build.ts';
import { type PlacedOrder, placedOrder } from '../support/order.ts';

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
    const variables = { slug: there.slug, status, withTotal: true };
    const { orders: found } = (await there.owner.ask(RestaurantOrderListDocument, variables)).restaurant;
    return [found.totalCount, idsOf(found)];
  };
  expect(await filtered(['ACCEPTED'])).toEqual([1, [first.id]]);
  expect(await filtered(['PLACED', 'ACCEPTED'])).toEqual([2, [second.id, first.id]]);
  expect(await filtered(['READY'])).toEqual([0, []]);
  expect(await filtered([])).toEqual([0, []]);
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
