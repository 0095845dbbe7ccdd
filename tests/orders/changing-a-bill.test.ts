import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AddToOrderDocument,
  ClearCartDocument,
  DiscountOrderDocument,
  type DiscountOrderInput,
  JoinCartDocument,
  KitchenTicketsDocument,
  MoveOrderDocument,
  OrderDocument,
  OrderHistoryDocument,
  type OrderQuery,
  PlaceOrderDocument,
  RemoveDiscountDocument,
  RestaurantAuditDocument,
  RestaurantDetailsDocument,
  SetCartTipDocument,
  SetItemStockDocument,
  SetModifierStockDocument,
  ShareCartDocument,
  SplitByLinesDocument,
  SplitOrderBySeatDocument,
  SplitOrderDocument,
  UpdateRestaurantDocument,
  type UpdateRestaurantInput,
  VoidLineDocument,
  type VoidLineInput,
  WholeMenuDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import type { ErrorCode } from '../../src/errors.ts';
import type { OrderStatus } from '../../src/orders/order-status.ts';
import { add, type Cart } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, itemOf, key, type Person, type Place, place, staff } from '../support/build.ts';
import { filledCart } from '../support/order.ts';

type Order = OrderQuery['order'];

let app: TestApp;
let here: Place;
let anna: As;
let mia: Person;
let kim: Person;
let order: Order;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  anna = await guest(app, here);
  mia = await staff(app, here.id, 'MANAGER');
  kim = await staff(app, here.id, 'KITCHEN');
  await saying({ taxPerMillion: 100_000, pricesIncludeTax: false, servicePerMillion: 100_000 });
});

afterAll(() => app.close());

/** Four cokes for 10.00 and a margherita for 10.00, service 2.00, tax 2.00. */
beforeEach(async () => {
  const cart = await cartOf(anna, here);
  const coke = { itemId: here.coke.id, quantity: 4 };
  order = await placed(await add(anna, cart, coke, { itemId: here.pizza.id, quantity: 1 }));
});

async function saying(input: UpdateRestaurantInput): Promise<void> {
  const { restaurant } = await here.owner.ask(RestaurantDetailsDocument, { slug: here.slug });
  const variables = { restaurantId: here.id, expectedVersion: restaurant.version, input };
  await here.owner.ask(UpdateRestaurantDocument, variables);
}

async function placed({ id, version }: Pick<Cart, 'id' | 'version'>): Promise<Order> {
  const variables = { cartId: id, cartVersion: version, idempotencyKey: key() };
  const { placeOrder } = await anna.ask(PlaceOrderDocument, variables);
  return look(placeOrder.order.id);
}

const look = async (id: string, viewer: As = mia): Promise<Order> =>
  (await viewer.ask(OrderDocument, { id })).order;

const asSeen = ({ id, version }: Order) => ({ orderId: id, expectedVersion: version });

const discounting = (discount: DiscountOrderInput['discount'], lineId: string | null = null) => ({
  input: { ...asSeen(order), lineId, discount, reason: 'The soup was cold' },
});

const voiding = (line: number, quantity: number | null, rest: Partial<VoidLineInput> = {}) => ({
  input: { ...asSeen(order), lineId: order.lines[line]!.id, quantity, reason: 'It fell', ...rest },
});

const sums = (one: Order) =>
  [one.subtotal, one.discounts, one.service, one.tip, one.tax, one.total].map(({ amount }) => amount);

async function moved(...way: OrderStatus[]): Promise<void> {
  for (const to of way) {
    await mia.ask(MoveOrderDocument, { ...asSeen(order), to, reason: to === 'REJECTED' ? 'OTHER' : null });
    order = await look(order.id);
  }
}

const factsOf = () =>
  rows<{ kind: string; data: object }>(
    app.database.em(),
    sql`select kind, data from event where stream = ${here.id} and subject = ${order.id} order by number`,
  );

test('placed, it comes to what was in the cart', () => {
  expect(sums(order)).toEqual([2000, 0, 200, 0, 200, 2400]);
  expect(order.lines.map(({ round, voided, discount }) => [round, voided, discount])).toEqual([
    [1, 0, null],
    [1, 0, null],
  ]);
});

describe('a discount', () => {
  test('is taken off the whole or a line, by amount or rate, and can be taken back', async () => {
    const [cokes] = order.lines;
    order = (await mia.ask(DiscountOrderDocument, discounting({ perMillion: 500_000 }, cokes!.id)))
      .discountOrder;
    expect(sums(order)).toEqual([2000, 500, 150, 0, 150, 1800]);
    order = (await mia.ask(DiscountOrderDocument, discounting({ amount: 500 }))).discountOrder;
    expect(sums(order)).toEqual([2000, 1000, 100, 0, 100, 1200]);
    expect([order.discount, order.lines[0]!.discount]).toMatchObject([
      { amount: { amount: 500 }, perMillion: null, reason: 'The soup was cold', byId: mia.id },
      { amount: null, perMillion: 500_000, reason: 'The soup was cold', byId: mia.id },
    ]);
    order = (await mia.ask(DiscountOrderDocument, discounting({ amount: 1 }))).discountOrder;
    expect(sums(order)).toEqual([2000, 501, 150, 0, 150, 1799]);
    const input = { ...asSeen(order), lineId: cokes!.id };
    order = (await mia.ask(RemoveDiscountDocument, { input })).removeDiscount;
    order = (await mia.ask(RemoveDiscountDocument, { input: asSeen(order) })).removeDiscount;
    expect(sums(order)).toEqual([2000, 0, 200, 0, 200, 2400]);
    expect([order.version, order.discount]).toEqual([6, null]);
    const lineId = cokes!.id;
    expect((await factsOf()).slice(1)).toEqual([
      { kind: 'order.discounted', data: { lineId, perMillion: 500_000 } },
      { kind: 'order.discounted', data: { lineId: null, amount: 500 } },
      { kind: 'order.discounted', data: { lineId: null, amount: 1 } },
      { kind: 'order.discount-removed', data: { lineId } },
      { kind: 'order.discount-removed', data: { lineId: null } },
    ]);
  });

  test('of everything leaves nothing to pay but the tip', async () => {
    order = (await mia.ask(DiscountOrderDocument, discounting({ perMillion: 1_000_000 }))).discountOrder;
    expect(sums(order)).toEqual([2000, 2000, 0, 0, 0, 0]);
  });

  test('says why to staff alone, and to the audit not at all', async () => {
    await mia.ask(DiscountOrderDocument, discounting({ amount: 100 }));
    expect((await look(order.id, anna)).discount).toMatchObject({
      amount: { amount: 100 },
      reason: null,
      byId: null,
    });
    expect((await look(order.id, kim)).discount).toMatchObject({ reason: 'The soup was cold' });
    const { restaurantAudit } = await here.owner.ask(RestaurantAuditDocument, {
      restaurantId: here.id,
      first: 1,
    });
    const [entry] = restaurantAudit.edges;
    expect(entry!.node).toMatchObject({ field: 'discountOrder', outcome: 'OK', subjectIds: [order.id] });
    expect(JSON.stringify(entry)).not.toContain('cold');
  });

  test.each<[string, (input: DiscountOrderInput) => Partial<DiscountOrderInput>, ErrorCode]>([
    ['of more than there is', () => ({ discount: { amount: 2001 } }), 'BAD_USER_INPUT'],
    ['of more than 100 %', () => ({ discount: { perMillion: 1_000_001 } }), 'BAD_USER_INPUT'],
    ['below nothing', () => ({ discount: { amount: -1 } }), 'BAD_USER_INPUT'],
    ['of two kinds', () => ({ discount: { amount: 1, perMillion: 1 } }), 'BAD_USER_INPUT'],
    ['of no kind', () => ({ discount: {} }), 'BAD_USER_INPUT'],
    ['without a reason', () => ({ reason: '' }), 'BAD_USER_INPUT'],
    ['with a novel for a reason', () => ({ reason: 'x'.repeat(201) }), 'BAD_USER_INPUT'],
    ['with a stale version', ({ expectedVersion }) => ({ expectedVersion: expectedVersion - 1 }), 'CONFLICT'],
    ['on a line that is not there', ({ orderId }) => ({ lineId: orderId }), 'NOT_FOUND'],
    ['on an order that is not there', () => ({ orderId: here.id }), 'NOT_FOUND'],
  ])('%s is refused', async (_, change, code) => {
    const { input } = discounting({ amount: 1 });
    expect(await mia.codeOf(DiscountOrderDocument, { input: { ...input, ...change(input) } })).toBe(code);
    expect(await look(order.id)).toEqual(order);
  });

  test('is for managers and owners of this restaurant', async () => {
    const variables = discounting({ amount: 1 });
    const floor = await staff(app, here.id, 'FLOOR');
    const elsewhere = await place(app);
    for (const [viewer, code] of [
      [anna, 'FORBIDDEN'],
      [kim, 'FORBIDDEN'],
      [floor, 'FORBIDDEN'],
      [elsewhere.owner, 'NOT_FOUND'],
      [await guest(app, here), 'NOT_FOUND'],
    ] as const)
      expect(await viewer.codeOf(DiscountOrderDocument, variables)).toBe(code);
  });
});

describe('a void', () => {
  test('takes pieces of a line off the bill, and the line says so', async () => {
    order = (await mia.ask(VoidLineDocument, voiding(0, 1))).voidLine;
    expect(sums(order)).toEqual([1750, 0, 175, 0, 175, 2100]);
    order = (await mia.ask(VoidLineDocument, voiding(0, null, { reason: 'It fell as well' }))).voidLine;
    expect(sums(order)).toEqual([1000, 0, 100, 0, 100, 1200]);
    const [cokes] = order.lines;
    expect(cokes).toMatchObject({ quantity: 4, voided: 4, total: { amount: 0 } });
    expect(cokes!.voids).toMatchObject([
      { quantity: 1, reason: 'It fell', byId: mia.id },
      { quantity: 3, reason: 'It fell as well', byId: mia.id },
    ]);
    expect((await look(order.id, anna)).lines[0]!.voids).toMatchObject([
      { quantity: 1, reason: null, byId: null },
      { quantity: 3, reason: null, byId: null },
    ]);
    expect(await mia.codeOf(VoidLineDocument, voiding(0, null))).toBe('BAD_USER_INPUT');
    expect((await factsOf()).at(-1)).toEqual({
      kind: 'order.voided',
      data: { lineId: cokes!.id, quantity: 3, restock: false },
    });
  });

  test('gives back what was counted, if it was not made, and puts it on the menu again', async () => {
    const cake = await itemOf(here.owner, here.categoryId, 'Cake', 400);
    await here.owner.ask(SetItemStockDocument, { input: { itemId: cake.id, remaining: 3 } });
    order = await placed(await add(anna, await cartOf(anna, here), { itemId: cake.id, quantity: 3 }));
    const available = async () => {
      const { wholeMenu } = await here.owner.ask(WholeMenuDocument, { restaurantId: here.id });
      const items = wholeMenu.categories.flatMap(({ items }) => items);
      return items.find(({ id }) => id === cake.id)!.available;
    };
    expect(await available()).toBe(false);
    order = (await mia.ask(VoidLineDocument, voiding(0, 1))).voidLine;
    expect(await available()).toBe(false);
    order = (await mia.ask(VoidLineDocument, voiding(0, 2, { restock: true }))).voidLine;
    expect(await available()).toBe(true);
    order = await placed(await add(anna, await cartOf(anna, here), { itemId: cake.id, quantity: 2 }));
    expect(await available()).toBe(false);
  });

  describe('of pizzas', () => {
    const count = (modifierId: string, remaining: number | null) =>
      here.owner.ask(SetModifierStockDocument, { input: { modifierId, remaining } });
    const left = async (id: string) => {
      const [stock] = await rows<{ remaining: number }>(
        app.database.em(),
        sql`select remaining from stock where restaurant_id = ${here.id} and id = ${id}`,
      );
      return stock!.remaining;
    };
    const pizzas = async (quantity: number, withoutIds: string[] = []) => {
      const cart = await cartOf(anna, here);
      return placed(await add(anna, cart, { itemId: here.pizza.id, quantity, withoutIds }));
    };

    beforeEach(async () => {
      await count(here.pizza.basilId, 9);
    });

    afterEach(async () => {
      await count(here.pizza.basilId, null);
      await count(here.pizza.cheeseId, null);
    });

    test('gives back the basil that they come with, as rejecting does', async () => {
      order = await pizzas(3);
      expect(await left(here.pizza.basilId)).toBe(6);
      order = (await mia.ask(VoidLineDocument, voiding(0, 1, { restock: true }))).voidLine;
      expect(await left(here.pizza.basilId)).toBe(7);
      await moved('REJECTED');
      expect(await left(here.pizza.basilId)).toBe(9);
    });

    test('gives back no basil that they went without', async () => {
      order = await pizzas(2, [here.pizza.basilId]);
      order = (await mia.ask(VoidLineDocument, voiding(0, 1, { restock: true }))).voidLine;
      await moved('REJECTED');
      expect(await left(here.pizza.basilId)).toBe(9);
    });

    test('gives back what was added later, and nothing that was not counted then', async () => {
      order = await pizzas(1);
      const { cheeseId } = here.pizza;
      const cart = await add(anna, await cartOf(anna, here), {
        itemId: here.pizza.id,
        quantity: 2,
        withIds: [cheeseId],
      });
      const seen = { cartId: cart.id, cartVersion: cart.version, ...asSeen(order) };
      await anna.ask(AddToOrderDocument, { ...seen, idempotencyKey: key() });
      order = await look(order.id);
      expect(await left(here.pizza.basilId)).toBe(6);
      await count(cheeseId, 5);
      order = (await mia.ask(VoidLineDocument, voiding(1, 2, { restock: true }))).voidLine;
      expect(await left(here.pizza.basilId)).toBe(8);
      expect(await left(cheeseId)).toBe(5);
    });

    test('that a process of the version before wrote gives back what it names', async () => {
      await count(here.pizza.cheeseId, 5);
      const cart = await cartOf(anna, here);
      const line = { itemId: here.pizza.id, quantity: 2, withIds: [here.pizza.cheeseId] };
      order = await placed(await add(anna, cart, line));
      await rows(app.database.em(), sql`update order_line set takes = null where order_id = ${order.id}`);
      order = (await mia.ask(VoidLineDocument, voiding(0, 2, { restock: true }))).voidLine;
      expect(await left(here.pizza.cheeseId)).toBe(5);
    });
  });

  test.each<[string, (input: VoidLineInput) => Partial<VoidLineInput>, ErrorCode]>([
    ['of more pieces than there are', () => ({ quantity: 5 }), 'BAD_USER_INPUT'],
    ['of no piece', () => ({ quantity: 0 }), 'BAD_USER_INPUT'],
    ['of pieces without end', () => ({ quantity: 2 ** 31 - 1 }), 'BAD_USER_INPUT'],
    ['without a reason', () => ({ reason: '' }), 'BAD_USER_INPUT'],
    ['with a novel for a reason', () => ({ reason: 'x'.repeat(201) }), 'BAD_USER_INPUT'],
    ['with a stale version', ({ expectedVersion }) => ({ expectedVersion: expectedVersion + 1 }), 'CONFLICT'],
    ['of a line that is not there', ({ orderId }) => ({ lineId: orderId }), 'NOT_FOUND'],
  ])('%s is refused', async (_, change, code) => {
    const { input } = voiding(0, 1);
    expect(await mia.codeOf(VoidLineDocument, { input: { ...input, ...change(input) } })).toBe(code);
    expect(await look(order.id)).toEqual(order);
  });

  test('is not made of an order that nobody pays', async () => {
    await moved('REJECTED');
    expect(await mia.codeOf(VoidLineDocument, voiding(0, 1))).toBe('ORDER_CLOSED');
    expect(await mia.codeOf(DiscountOrderDocument, discounting({ amount: 1 }))).toBe('ORDER_CLOSED');
  });
});

describe('what is added', () => {
  const adding = ({ id, version }: Pick<Cart, 'id' | 'version'>) => ({
    ...asSeen(order),
    cartId: id,
    cartVersion: version,
    idempotencyKey: key(),
  });

  test('is the next round of the order, with its tip, and the kitchen sees it as such', async () => {
    const board = kim.live(KitchenTicketsDocument, { restaurantId: here.id });
    await board.at(0);
    const cart = await filledCart(anna, here);
    const tip = { cartId: cart.id, cartVersion: cart.version, tip: { amount: 100 } };
    const { setCartTip } = await anna.ask(SetCartTipDocument, { input: tip });
    const variables = adding(setCartTip);
    const { addToOrder } = await anna.ask(AddToOrderDocument, variables);
    expect(sums(addToOrder.order)).toEqual([2250, 0, 225, 100, 225, 2800]);
    expect(addToOrder.order.version).toBe(order.version + 1);
    expect(addToOrder.order.lines.map(({ title, round }) => [title, round])).toEqual([
      ['Coke', 1],
      ['Margherita', 1],
      ['Coke', 2],
    ]);
    const { ticket } = (await board.at(1)).kitchenTickets;
    expect(ticket!.lines.map(({ round }) => round)).toEqual([1, 1, 2]);
    await kim.hangUp();
    const again = await anna.ask(AddToOrderDocument, variables);
    expect(again.addToOrder).toEqual({ replayed: true, order: addToOrder.order });
    expect(await anna.codeOf(AddToOrderDocument, { ...variables, expectedVersion: 9 })).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect((await factsOf()).at(-1)).toEqual({ kind: 'order.added', data: { round: 2 } });
  });

  test('is not discounted with the rest: a rate stays the amount that it was worth', async () => {
    const line = discounting({ perMillion: 500_000 }, order.lines[0]!.id);
    order = (await mia.ask(DiscountOrderDocument, line)).discountOrder;
    order = (await mia.ask(DiscountOrderDocument, discounting({ perMillion: 200_000 }))).discountOrder;
    expect(sums(order)).toEqual([2000, 800, 120, 0, 120, 1440]);
    const { addToOrder } = await anna.ask(AddToOrderDocument, adding(await filledCart(anna, here)));
    expect(sums(addToOrder.order)).toEqual([2250, 800, 145, 0, 145, 1740]);
    order = await look(order.id);
    expect(order.discount).toMatchObject({
      amount: { amount: 300 },
      perMillion: null,
      reason: 'The soup was cold',
      byId: mia.id,
    });
    expect(order.lines[0]!.discount).toMatchObject({ perMillion: 500_000 });
  });

  test('costs what was expected, at the service charge of the order, whatever it is by now', async () => {
    await saying({ servicePerMillion: 0 });
    const cart = { ...adding(await filledCart(anna, here)), expectedTotal: 300 };
    const { addToOrder } = await anna.ask(AddToOrderDocument, cart);
    await saying({ servicePerMillion: 100_000 });
    expect(addToOrder.order.total.amount - order.total.amount).toBe(300);
  });

  test('is refused where prices have tax in them by now and had none before', async () => {
    await saying({ pricesIncludeTax: true });
    const code = await anna.codeOf(AddToOrderDocument, adding(await filledCart(anna, here)));
    await saying({ pricesIncludeTax: false });
    expect(code).toBe('ORDER_CLOSED');
    expect(await anna.codeOf(AddToOrderDocument, adding(await cartOf(anna, here)))).toBe('OK');
  });

  test('is so while the restaurant allows it, by the guest or by who serves', async () => {
    const floor = await staff(app, here.id, 'FLOOR');
    await moved('ACCEPTED');
    await saying({ additionsUntil: 'PLACED' });
    expect(await anna.codeOf(AddToOrderDocument, adding(await filledCart(anna, here)))).toBe('ORDER_CLOSED');
    await saying({ additionsUntil: 'ACCEPTED' });
    expect(await anna.codeOf(AddToOrderDocument, adding(await cartOf(anna, here)))).toBe('OK');
    order = await look(order.id);
    expect(await floor.codeOf(AddToOrderDocument, adding(await filledCart(floor, here)))).toBe('OK');
    order = await look(order.id);
    expect(order.lines.map(({ round }) => round)).toEqual([1, 1, 2, 3]);
    await moved('PREPARING');
    expect(await anna.codeOf(AddToOrderDocument, adding(await filledCart(anna, here)))).toBe('ORDER_CLOSED');
    await saying({ additionsUntil: 'NEVER' });
    expect(await floor.codeOf(AddToOrderDocument, adding(await filledCart(floor, here)))).toBe(
      'ORDER_CLOSED',
    );
    await saying({ additionsUntil: 'PREPARING' });
  });

  test('is refused with a stale version, an empty cart, or to somebody else', async () => {
    const bea = await guest(app, here);
    expect(await bea.codeOf(AddToOrderDocument, adding(await filledCart(bea, here)))).toBe('NOT_FOUND');
    expect(await kim.codeOf(AddToOrderDocument, adding(await filledCart(kim, here)))).toBe('FORBIDDEN');
    const cart = await filledCart(anna, here);
    for (const stale of [{ expectedVersion: 7 }, { cartVersion: cart.version - 1 }, { expectedTotal: 299 }])
      expect(await anna.codeOf(AddToOrderDocument, { ...adding(cart), ...stale })).toBe('CONFLICT');
    const elsewhere = await place(app);
    const there = await filledCart(anna, here);
    expect(await elsewhere.owner.codeOf(AddToOrderDocument, adding(there))).toBe('NOT_FOUND');
    const foreign = await filledCart(elsewhere.owner, elsewhere);
    expect(await elsewhere.owner.codeOf(AddToOrderDocument, adding(foreign))).toBe('NOT_FOUND');
    order = (await anna.ask(AddToOrderDocument, adding(await cartOf(anna, here)))).addToOrder.order;
    expect(await anna.codeOf(AddToOrderDocument, adding(await cartOf(anna, here)))).toBe('CART_EMPTY');
  });
});

test('the history says what was done to which line, by how much, and what was added', async () => {
  const [cokes] = order.lines;
  order = (await mia.ask(DiscountOrderDocument, discounting({ amount: 100 }, cokes!.id))).discountOrder;
  order = (await mia.ask(DiscountOrderDocument, discounting({ perMillion: 50_000 }))).discountOrder;
  order = (await mia.ask(VoidLineDocument, voiding(0, 2))).voidLine;
  const cart = await filledCart(anna, here);
  const adding = { ...asSeen(order), cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() };
  await anna.ask(AddToOrderDocument, adding);
  order = await look(order.id);
  await moved('ACCEPTED');
  const nothing = {
    from: null,
    lineIds: null,
    quantity: null,
    round: null,
    amount: null,
    perMillion: null,
    promisedAt: null,
    courierId: null,
    courierBeforeId: null,
  };
  for (const viewer of [mia, anna]) {
    const { history } = (await viewer.ask(OrderHistoryDocument, { id: order.id })).order;
    expect(history).toMatchObject([
      { ...nothing, kind: 'order.placed' },
      { ...nothing, kind: 'order.discounted', lineIds: [cokes!.id], amount: { amount: 100 } },
      { ...nothing, kind: 'order.discounted', perMillion: 50_000 },
      { ...nothing, kind: 'order.voided', lineIds: [cokes!.id], quantity: 2 },
      { ...nothing, kind: 'order.added', round: 2 },
      { ...nothing, kind: 'order.accepted', from: 'PLACED' },
    ]);
  }
});

test('of changes at once with one version one wins, whatever they are', async () => {
  const cart = await filledCart(anna, here);
  const adding = { ...asSeen(order), cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() };
  const codes = await Promise.all([
    mia.codeOf(DiscountOrderDocument, discounting({ perMillion: 100_000 })),
    here.owner.codeOf(DiscountOrderDocument, discounting({ amount: 100 }, order.lines[0]!.id)),
    mia.codeOf(VoidLineDocument, voiding(0, 1)),
    kim.codeOf(MoveOrderDocument, { ...asSeen(order), to: 'ACCEPTED' }),
    anna.codeOf(AddToOrderDocument, adding),
  ]);
  expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'CONFLICT', 'OK']);
  expect((await look(order.id)).version).toBe(order.version + 1);
  const { id, version } = await cartOf(anna, here);
  await anna.ask(ClearCartDocument, { input: { cartId: id, cartVersion: version } });
});

describe('a bill that several pay', () => {
  const amounts = (shares: readonly { readonly total: { readonly amount: number } }[]) =>
    shares.map(({ total }) => total.amount);

  test('is split evenly', async () => {
    const split = async (ways: number) =>
      (await anna.ask(SplitOrderDocument, { id: order.id, ways })).order.split;
    expect(amounts(await split(1))).toEqual([2400]);
    expect(amounts(await split(7)).sort()).toEqual([342, 343, 343, 343, 343, 343, 343]);
    for (const ways of [0, 101, -1])
      expect(await anna.codeOf(SplitOrderDocument, { id: order.id, ways })).toBe('BAD_USER_INPUT');
  });

  test('is split by who of those who filled the cart together had what', async () => {
    const there = await place(app);
    const [cleo, dan] = [await guest(app, there), await guest(app, there)];
    const coke = { itemId: there.coke.id, quantity: 2 };
    const own = await add(cleo, await cartOf(cleo, there), coke);
    const { shareCart } = await cleo.ask(ShareCartDocument, { cartId: own.id });
    const { joinCart } = await dan.ask(JoinCartDocument, { code: shareCart.shareCode! });
    const { id, version } = await add(dan, joinCart, coke, { itemId: there.pizza.id, quantity: 1 });
    const variables = { cartId: id, cartVersion: version, idempotencyKey: key() };
    const { placeOrder } = await dan.ask(PlaceOrderDocument, variables);
    const { order: split } = await dan.ask(SplitOrderBySeatDocument, { id: placeOrder.order.id });
    expect(split.splitBySeat.map(({ seat, total }) => [seat, total.amount])).toEqual([
      [1, 500],
      [2, 1500],
    ]);
    const alone = await anna.ask(SplitOrderBySeatDocument, { id: order.id });
    expect(alone.order.splitBySeat.map(({ seat, total }) => [seat, total.amount])).toEqual([[null, 2400]]);
  });

  test('is split by who had what, and the rest is one more share', async () => {
    order = (await mia.ask(VoidLineDocument, voiding(0, 1))).voidLine;
    const [cokes, pizza] = order.lines.map(({ id }) => id) as [string, string];
    const pieces = (lineId: string, quantity: number) => ({ lineId, quantity });
    const groups = [{ pieces: [pieces(cokes, 1)] }, { pieces: [pieces(cokes, 1), pieces(pizza, 1)] }];
    const { splitByLines } = await anna.ask(SplitByLinesDocument, { orderId: order.id, groups });
    expect(amounts(splitByLines)).toEqual([300, 1500, 300]);
    for (const wrong of [pieces(cokes, 4), pieces(cokes, 0)])
      expect(
        await anna.codeOf(SplitByLinesDocument, { orderId: order.id, groups: [{ pieces: [wrong] }] }),
      ).toBe('BAD_USER_INPUT');
    const nobodys = [{ pieces: [pieces(order.id, 1)] }];
    expect(await anna.codeOf(SplitByLinesDocument, { orderId: order.id, groups: nobodys })).toBe('NOT_FOUND');
    const twice = [{ pieces: [pieces(pizza, 1)] }, { pieces: [pieces(pizza, 1)] }];
    expect(await anna.codeOf(SplitByLinesDocument, { orderId: order.id, groups: twice })).toBe(
      'BAD_USER_INPUT',
    );
  });
});
