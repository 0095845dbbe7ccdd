import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  AcceptPricesDocument,
  EditItemDocument,
  EditModifierDocument,
  EditVariantDocument,
  KitchenTicketsDocument,
  OrderDocument,
  PlaceOrderDocument,
  type PlaceOrderMutation,
  SetItemStockDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { add, type Cart, look, told } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, key, type Place, person, place } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let anna: As;
let now: Date;

beforeAll(async () => {
  app = await startApp({ clock: () => now });
});

beforeEach(async () => {
  now = new Date();
  here = await place(app);
  anna = await guest(app, here);
});

afterAll(() => app.close());

type Order = PlaceOrderMutation['placeOrder']['order'];

async function ordered(cart: Pick<Cart, 'id' | 'version'>): Promise<Order> {
  const placing = { cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() };
  return (await anna.ask(PlaceOrderDocument, placing)).placeOrder.order;
}

async function specialPizza(): Promise<Cart> {
  const { id: itemId, largeId: variantId, cheeseId, basilId } = here.pizza;
  const choice = { itemId, variantId, withIds: [cheeseId], withoutIds: [basilId], quantity: 2, note: 'hot' };
  return add(anna, await cartOf(anna, here), choice, { itemId: here.coke.id });
}

test('an order has the lines, names and prices of the cart, which is empty then', async () => {
  const cart = await specialPizza();
  const order = await ordered(cart);
  expect(order).toMatchObject({ number: 1, status: 'PLACED', version: 1, total: cart.total });
  expect(told(order)).toEqual(['2 Margherita Large +Extra cheese -Basil (hot)', '1 Coke']);
  expect(order.lines.map(({ unitPrice, total }) => [unitPrice.amount, total.amount])).toEqual([
    [1650, 3300],
    [250, 250],
  ]);
  expect(await look(anna, cart)).toMatchObject({ lines: [], version: cart.version + 1 });
  expect((await anna.ask(OrderDocument, { id: order.id })).order).toMatchObject(order);
});

test('what is added and left out reaches the ticket, and so does the note', async () => {
  await ordered(await specialPizza());
  const board = here.owner.live(KitchenTicketsDocument, { restaurantId: here.id });
  const { tickets } = (await board.at(0)).kitchenTickets;
  expect(told(tickets![0]!)).toEqual(['2 Margherita Large +Extra cheese -Basil (hot)', '1 Coke']);
  await here.owner.hangUp();
});

test('orders of a business day are numbered 1, 2, 3…, in each restaurant', async () => {
  const there = await place(app);
  const visitor = await guest(app, there);
  const numbers: number[] = [];
  for (let count = 0; count < 3; count += 1) numbers.push((await placedOrder(anna, here)).number);
  expect(numbers).toEqual([1, 2, 3]);
  expect((await placedOrder(visitor, there)).number).toBe(1);
});

test('the next business day begins at 1 again', async () => {
  now = new Date('2030-06-01T21:59:59Z');
  await placedOrder(anna, here);
  expect((await placedOrder(anna, here)).number).toBe(2);
  now = new Date('2030-06-01T22:00:00Z');
  expect((await placedOrder(anna, here)).number).toBe(1);
});

test("a business day is the restaurant's, not the server's", async () => {
  now = new Date('2030-06-01T22:00:00Z');
  const { id } = await placedOrder(anna, here);
  const [order] = await rows<{ business_day: string }>(
    app.database.em(),
    sql`select business_day from orders where id = ${id}`,
  );
  expect(order!.business_day).toBe('2030-06-02');
});

test('names and prices edited afterwards leave an order unchanged', async () => {
  const order = await ordered(await specialPizza());
  const { owner, pizza, coke } = here;
  await owner.ask(EditItemDocument, { id: pizza.id, input: { title: 'Marinara', price: 1 } });
  await owner.ask(EditVariantDocument, { id: pizza.largeId, input: { label: 'Tiny', price: 2 } });
  await owner.ask(EditModifierDocument, { id: pizza.cheeseId, input: { title: 'Ham', price: 3 } });
  await owner.ask(EditItemDocument, { id: coke.id, input: { price: 9999 } });
  expect((await anna.ask(OrderDocument, { id: order.id })).order).toMatchObject(order);
});

test('a price edited before placing is what is paid, once the guest has accepted it', async () => {
  const cart = await add(anna, await cartOf(anna, here), { itemId: here.coke.id });
  await here.owner.ask(EditItemDocument, { id: here.coke.id, input: { price: 300 } });
  const input = { cartId: cart.id, cartVersion: cart.version };
  const { acceptPrices } = await anna.ask(AcceptPricesDocument, { input });
  expect((await ordered(acceptPrices)).total.amount).toBe(300);
});

test('lines that have become the cheapest never cost less than nothing', async () => {
  const { id: itemId, cheeseId } = here.pizza;
  await here.owner.ask(EditModifierDocument, { id: cheeseId, input: { price: -5000 } });
  const cart = await add(anna, await cartOf(anna, here), { itemId, withIds: [cheeseId] });
  expect([cart.total.amount, (await ordered(cart)).total.amount]).toEqual([0, 0]);
});

test('stock goes down by the pieces ordered', async () => {
  await here.owner.ask(SetItemStockDocument, { input: { itemId: here.coke.id, remaining: 10 } });
  await ordered(
    await add(
      anna,
      await cartOf(anna, here),
      { itemId: here.coke.id, quantity: 3 },
      { itemId: here.coke.id, note: 'ice' },
    ),
  );
  const [stock] = await rows<{ remaining: number }>(
    app.database.em(),
    sql`select remaining from item_stock where item_id = ${here.coke.id}`,
  );
  expect(stock!.remaining).toBe(6);
});

test('a signed-in person orders for pickup without a visit', async () => {
  const pia = await person(app);
  expect(await placedOrder(pia, here)).toMatchObject({
    fulfilment: 'PICKUP',
    tableName: null,
    allowedMoves: ['CANCELLED'],
  });
});
