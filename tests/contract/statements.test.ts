import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  type CartLineInput,
  ItemDocument,
  ItemsByIdDocument,
  ItemsDocument,
  KitchenTicketsDocument,
  MenuDocument,
  MoveOrderDocument,
  OpenCartDocument,
  OrderDocument,
  OrderHistoryDocument,
  ParseOrderDocument,
  PlaceOrderDocument,
  RestaurantOrderListDocument,
  SetItemStockDocument,
  StartVisitDocument,
} from '../../schema/operations.ts';
import type { Role } from '../../src/restaurants/role.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { cartOf, guest, itemOf, key, type Place, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;

/** A restaurant for each test: once its menu or its orders are followed, what it does costs a reading of the news as well. */
let here: Place;

beforeAll(async () => {
  // So long that no reading of the news is counted but those that a bell asked for.
  app = await startApp({ config: { pollMs: 600_000 } });
});

beforeEach(async () => {
  here = await place(app);
});

afterAll(() => app.close());

test("the public menu costs nothing when it is warm; with a person's token, the look whether its session goes on", async () => {
  const anna = await guest(app, here);
  const ask = (viewer: As) => viewer.ask(MenuDocument, { slug: here.slug });
  await ask(anna);
  for (const viewer of [new As(app.url), anna]) {
    expect((await costs(0, () => ask(viewer))).menu.slug).toBe(here.slug);
  }
  await costs(1, () => ask(here.owner));
});

test('a page of items costs its readers the same, whatever they look for; counting costs 1 more', async () => {
  const nobody = new As(app.url);
  const { slug: restaurantSlug, id: restaurantId } = here;
  for (const search of ['coke', 'margarita', 'unicorn coke', null]) {
    await costs(search === 'unicorn coke' ? 2 : 8, () =>
      nobody.ask(ItemsDocument, { restaurantSlug, filter: { search } }),
    );
  }
  await costs(9, () => nobody.ask(ItemsDocument, { restaurantSlug, count: true }));
  await costs(10, () => here.owner.ask(ItemsDocument, { restaurantId, filter: { withHidden: true } }));
  await costs(9, () => nobody.ask(ItemDocument, { id: here.coke.id }));
  await costs(8, () => nobody.ask(ItemsByIdDocument, { restaurantId, ids: [here.coke.id, here.pizza.id] }));
});

describe('placing an order costs at most 12', () => {
  const notes = (itemId: string, count: number): CartLineInput[] =>
    Array.from({ length: count }, (_, index) => ({ itemId, quantity: 1, note: `guest ${index}` }));

  const placing = async (lines: CartLineInput[]) => {
    const anna = await guest(app, here);
    return placingFrom(anna, await cartOf(anna, here), lines);
  };

  const placingFrom = async (viewer: As, { id, version }: Versioned, lines: CartLineInput[]) => {
    const cart = await fill(viewer, { id, version }, lines);
    const variables = { cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() };
    return () => viewer.ask(PlaceOrderDocument, variables);
  };

  test('9, with one line as with a hundred', async () => {
    for (const count of [1, 100]) {
      const { placeOrder } = await costs(9, await placing(notes(here.coke.id, count)));
      expect(placeOrder.order.lines).toHaveLength(count);
      expect(placeOrder.order.tableName).toBe('Table 1');
    }
  });

  test('9, with variants and modifiers', async () => {
    const { id: itemId, largeId: variantId, basilId, cheeseId } = here.pizza;
    const pizza = { itemId, variantId, quantity: 2, withIds: [cheeseId], withoutIds: [basilId] };
    await costs(9, await placing([pizza, ...notes(here.coke.id, 3)]));
  });

  test('10, when portions are counted, also of many items and down to none', async () => {
    const cakes = await countedCakes(8);
    for (const count of [1, 8]) await costs(10, await placing(cakes.slice(0, count)));
  });

  test('11 for staff, whose session goes on and whose role is held until it is placed; 12 when portions are counted', async () => {
    const floor = await staff(app, here.id, 'FLOOR');
    const orderingFor = async (lines: CartLineInput[]) => {
      const { openCart } = await floor.ask(OpenCartDocument, { restaurantSlug: here.slug, asStaff: true });
      return placingFrom(floor, openCart, lines);
    };
    await costs(11, await orderingFor(notes(here.coke.id, 100)));
    await costs(12, await orderingFor(await countedCakes(8)));
  });

  /** Two of each are left. */
  async function countedCakes(count: number): Promise<CartLineInput[]> {
    const cakes = [];
    for (let made = 0; made < count; made += 1) {
      const { id: itemId } = await itemOf(here.owner, here.categoryId, `Cake ${made}`, 400);
      await here.owner.ask(SetItemStockDocument, { input: { itemId, remaining: 2 } });
      cakes.push({ itemId, quantity: 1 });
    }
    return cakes;
  }
});

test('adding to a cart costs 10, with one line as with a hundred', async () => {
  for (const count of [1, 100]) {
    const anna = await guest(app, here);
    const cart = await cartOf(anna, here);
    const lines = Array.from({ length: count }, (_, index) => ({ itemId: here.coke.id, note: `${index}` }));
    const input = { cartId: cart.id, cartVersion: cart.version, lines };
    const { addToCart } = await costs(10, () =>
      anna.ask(AddToCartDocument, { input, idempotencyKey: key() }),
    );
    expect(addToCart.cart.lines).toHaveLength(count);
  }
});

test.each([
  [13, 'a coke'],
  [13, 'a coke, two margheritas and a unicorn'],
  [14, 'two large margheritas, one without basil, a margherita with extra cheese and three cokes'],
])('understanding costs %i when the menu is warm: %s', async (statements, text) => {
  await new As(app.url).ask(MenuDocument, { slug: here.slug });
  const anna = await guest(app, here);
  const { version: cartVersion } = await cartOf(anna, here);
  const variables = { restaurantSlug: here.slug, text, cartVersion, idempotencyKey: key() };
  await costs(statements, () => anna.ask(ParseOrderDocument, variables));
});

test('starting a visit costs 6: one holds the table open until the visit has begun', async () => {
  const { slug, tableCode } = here;
  await costs(6, () => new As(app.url).ask(StartVisitDocument, { slug, tableCode }));
});

test('reading an order costs its guest 4 and the kitchen 5; moving it costs 11, and 2 more with a key', async () => {
  const anna = await guest(app, here);
  const kim = await staff(app, here.id, 'KITCHEN');
  const { id, version: expectedVersion } = await placedOrder(anna, here);
  await costs(4, () => anna.ask(OrderDocument, { id }));
  await costs(5, () => kim.ask(OrderDocument, { id }));
  await costs(11, () => kim.ask(MoveOrderDocument, { orderId: id, to: 'ACCEPTED', expectedVersion }));
  const move = { orderId: id, to: 'PREPARING', expectedVersion: expectedVersion + 1 } as const;
  await costs(13, () => kim.ask(MoveOrderDocument, { ...move, idempotencyKey: key() }));
});

test('a page of orders costs the same however it is filtered and ordered, and its history 2 more than an order', async () => {
  const anna = await guest(app, here);
  const { id } = await placedOrder(anna, here);
  const { slug } = here;
  const orderBy = [{ by: 'TOTAL', descending: true } as const];
  for (const wanted of [{}, { filter: { text: 'coke', tableId: here.tableId }, orderBy }])
    await costs(5, () => here.owner.ask(RestaurantOrderListDocument, { slug, ...wanted }));
  await costs(6, () => here.owner.ask(RestaurantOrderListDocument, { slug, withTotal: true }));
  await costs(6, () => anna.ask(OrderHistoryDocument, { id }));
});

describe('what happens in the kitchen', () => {
  test.each([[1], [20]])('costs 2 more when %i cooks watch', async (count) => {
    expect(await costOfWatching(Array.from({ length: count }, () => 'KITCHEN' as const))).toBe(2);
  });

  test('costs no more when other roles watch too: rights differ, the order is looked up once', async () => {
    const roles = ['KITCHEN', 'FLOOR', 'MANAGER', 'KITCHEN', 'FLOOR', 'MANAGER'] as const;
    expect(await costOfWatching(roles)).toBe(2);
  });

  /** How many statements more an order costs until every screen has its ticket. */
  async function costOfWatching(roles: readonly Role[]): Promise<number> {
    const anna = await guest(app, here);
    const unwatched = await app.statements.during(() => placedOrder(anna, here));
    const screens = await Promise.all(roles.map((role) => staff(app, here.id, role)));
    const boards = screens.map((one) => one.live(KitchenTicketsDocument, { restaurantId: here.id }));
    // The first order finds every screen caught up; the second is the one that counts.
    await Promise.all(boards.map((board) => board.at(0)));
    await placedOrder(anna, here);
    await Promise.all(boards.map((board) => board.at(1)));
    const watched = await app.statements.during(async () => {
      await placedOrder(anna, here);
      await Promise.all(boards.map((board) => board.at(2)));
    });
    await Promise.all(screens.map((one) => one.hangUp()));
    return watched.texts.length - unwatched.texts.length;
  }
});

/** Does it and counts: BEGIN and COMMIT are free, everything else is not. */
async function costs<T>(statements: number, work: () => Promise<T>): Promise<T> {
  const { answer, texts } = await app.statements.during(work);
  if (texts.length !== statements) {
    throw new Error(
      `This costs ${texts.length} statements instead of ${statements}. If it is fewer, lower the number; if it is more, say why first:\n${texts.map((text) => `  ${text.replace(/\s+/g, ' ').trim()}`).join('\n')}`,
    );
  }
  return answer;
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

async function fill(viewer: As, { id, version }: Versioned, lines: CartLineInput[]): Promise<Versioned> {
  const input = { cartId: id, cartVersion: version, lines };
  const { addToCart } = await viewer.ask(AddToCartDocument, { input, idempotencyKey: key() });
  return addToCart.cart;
}
