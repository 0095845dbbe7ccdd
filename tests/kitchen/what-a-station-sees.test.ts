import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  CreateItemDocument,
  EditItemDocument,
  KitchenTicketsDocument,
  type KitchenTicketsSubscription,
  MoveLinesDocument,
  MoveOrderDocument,
  PlaceOrderDocument,
} from '../../schema/operations.ts';
import { applyToBoard, type Board, type BoardTicket } from '../../src/kitchen/board.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, key, type Place, place, staff } from '../support/build.ts';

type Message = KitchenTicketsSubscription['kitchenTickets'];
type Ticket = NonNullable<Message['ticket']> & BoardTicket;

let app: TestApp;
let here: Place;
let anna: As;
let kim: As;
/** Made at the grill, and at the bar. */
let steak: string;
let wine: string;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  anna = await guest(app, here);
  kim = await staff(app, here.id, 'KITCHEN');
  steak = await made('Steak', 'grill');
  wine = await made('Wine', 'bar');
});

afterAll(() => app.close());

async function made(title: string, station: string): Promise<string> {
  const input = { title, price: 900, station };
  const variables = { categoryId: here.categoryId, input, idempotencyKey: key() };
  return (await here.owner.ask(CreateItemDocument, variables)).createItem.item.id;
}

async function ordered(...itemIds: string[]): Promise<{ id: string; version: number }> {
  const { id: cartId, version: cartVersion } = await cartOf(anna, here);
  const input = { cartId, cartVersion, lines: itemIds.map((itemId) => ({ itemId })) };
  const { cart } = (await anna.ask(AddToCartDocument, { input, idempotencyKey: key() })).addToCart;
  const variables = { cartId, cartVersion: cart.version, idempotencyKey: key() };
  return (await anna.ask(PlaceOrderDocument, variables)).placeOrder.order;
}

const titles = (ticket: Ticket | undefined) => ticket?.lines.map(({ title }) => title);

test('a station sees its lines of every order, and no order without any', async () => {
  const [both, drinks] = [await ordered(steak, wine, here.coke.id), await ordered(wine)];
  const boards = { grill: null, bar: null, pass: null } as Record<string, Board<Ticket> | null>;
  const stations: [string, string?][] = [['grill', 'grill'], ['bar', 'bar'], ['pass']];
  const screens = stations.map(([name, station]) => ({
    name,
    stream: kim.live(KitchenTicketsDocument, { restaurantId: here.id, station }),
  }));
  const until = async (messages: number) => {
    for (const { name, stream } of screens) {
      await stream.at(messages - 1);
      boards[name] = stream.messages
        .slice(0, messages)
        .map(({ kitchenTickets }) => kitchenTickets)
        .reduce<Board<Ticket>>(applyToBoard, { number: null, tickets: new Map() });
    }
  };
  const on = (name: string, id: string) => boards[name]!.tickets.get(id);

  await until(1);
  expect(titles(on('grill', both.id))).toEqual(['Steak']);
  expect(titles(on('bar', both.id))).toEqual(['Wine']);
  expect(titles(on('pass', both.id))).toEqual(['Steak', 'Wine', 'Coke']);
  expect(on('grill', drinks.id)).toBeUndefined();
  expect(titles(on('bar', drinks.id))).toEqual(['Wine']);

  const beer = await ordered(wine, wine);
  await until(2);
  expect(on('grill', beer.id)).toBeUndefined();
  expect(titles(on('bar', beer.id))).toEqual(['Wine']);

  // Other than the message before it, this one is for the grill: it follows all the same.
  const move = { orderId: both.id, to: 'ACCEPTED', expectedVersion: both.version } as const;
  await kim.ask(MoveOrderDocument, move);
  await until(3);
  const [line] = on('grill', both.id)!.lines;
  expect(line).toMatchObject({ status: 'FIRED', allowedMoves: ['WAITING', 'READY'] });
  await kim.ask(MoveLinesDocument, {
    orderId: both.id,
    to: 'READY',
    lineIds: [line!.id],
    expectedVersion: both.version + 1,
  });
  // The bump, and that the order is being prepared by that.
  await until(5);
  expect(on('grill', both.id)).toMatchObject({ status: 'PREPARING', lines: [{ status: 'READY' }] });
  expect(on('bar', both.id)).toMatchObject({ status: 'PREPARING', lines: [{ status: 'FIRED' }] });
  await kim.hangUp();
});

test('the station is that of when it was ordered', async () => {
  const { id } = await ordered(steak);
  await here.owner.ask(EditItemDocument, { id: steak, input: { station: 'oven' } });
  const oven = kim.live(KitchenTicketsDocument, { restaurantId: here.id, station: 'oven' });
  expect((await oven.at(0)).kitchenTickets.tickets).toEqual([]);
  const grill = kim.live(KitchenTicketsDocument, { restaurantId: here.id, station: 'grill' });
  expect((await grill.at(0)).kitchenTickets.tickets!.map((ticket) => ticket.id)).toContain(id);
  await kim.hangUp();
});
