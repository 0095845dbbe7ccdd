import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  KitchenTicketsDocument,
  type KitchenTicketsSubscription,
  MoveOrderDocument,
  PlaceOrderDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, key, type Place, place, staff } from '../support/build.ts';
import { Wire, type WireMessage } from './wire.ts';

let app: TestApp;
let here: Place;

const backlogBytes = 16 * 1024;
const mostEvents = 400;

beforeAll(async () => {
  app = await startApp({ config: { backlogBytes } });
  here = await place(app);
});

afterAll(() => app.close());

/** A ticket of some hundred kilobytes, because TCP itself holds a few megabytes before a screen is seen to fall behind. */
const wideTickets = `subscription ($restaurantId: UUID!) {
  kitchenTickets(restaurantId: $restaurantId) {
    verdict number previous tickets { id version }
    ticket { id ${Array.from({ length: 28 }, (_, index) => `l${index}: lines { id title note }`).join(' ')} }
  }
}`;

/** An order of twenty lines with long notes, so that each of its events is large. */
async function wideOrder(anna: As): Promise<{ id: string; version: number }> {
  const cart = await cartOf(anna, here);
  const lines = Array.from({ length: 20 }, (_, index) => ({
    itemId: here.coke.id,
    quantity: 1,
    note: `${index} ${'very '.repeat(38)}`,
  }));
  const input = { cartId: cart.id, cartVersion: cart.version, lines };
  const { addToCart } = await anna.ask(AddToCartDocument, { input, idempotencyKey: key() });
  const placing = { cartId: cart.id, cartVersion: addToCart.cart.version, idempotencyKey: key() };
  return (await anna.ask(PlaceOrderDocument, placing)).placeOrder.order;
}

function dataOf({ payload }: WireMessage): KitchenTicketsSubscription {
  return (payload as { data: KitchenTicketsSubscription }).data;
}

/** The server's end of a socket: it runs in this process. */
function serverEnd(wire: Wire): Socket {
  const { _getActiveHandles } = process as unknown as { _getActiveHandles(): unknown[] };
  const port = wire.tcp.localPort;
  return _getActiveHandles.call(process).find((one) => (one as Socket).remotePort === port) as Socket;
}

test('a screen that does not read is not buffered for, and starts over when it reads again', async () => {
  const anna = await guest(app, here);
  const kim = await staff(app, here.id, 'KITCHEN');
  const slow = await Wire.open(kim);
  slow.subscribe('board', { query: wideTickets, variables: { restaurantId: here.id } });
  await slow.at('board', 0);
  const server = serverEnd(slow);
  slow.stopReading();

  let events = 0;
  let version = 0;
  let order = { id: '', version: 0 };
  const oneMore = async (): Promise<void> => {
    const to = (['ACCEPTED', 'PREPARING', 'READY', 'COMPLETED'] as const)[version - 1];
    if (to) {
      const moving = { orderId: order.id, to, expectedVersion: version };
      version = (await kim.ask(MoveOrderDocument, moving)).moveOrder.version;
    } else {
      order = await wideOrder(anna);
      version = order.version;
    }
    events += 1;
  };
  while (server.writableLength <= backlogBytes && events < mostEvents) await oneMore();
  const held = server.writableLength;
  expect(held).toBeGreaterThan(backlogBytes);
  for (let more = 0; more < 10; more++) await oneMore();
  expect(server.writableLength).toBeLessThan(held + 1_000_000);
  const quick = kim.live(KitchenTicketsDocument, { restaurantId: here.id });
  const { number } = (await quick.at(0)).kitchenTickets;

  slow.readAgain();
  const reset = await slow.find(({ payload }) => JSON.stringify(payload)?.includes('"verdict":"RESET"'));
  const told = slow.of('board').map((message) => dataOf(message).kitchenTickets);
  expect(told.length - 2).toBeLessThan(events);
  expect(dataOf(reset).kitchenTickets.number).toBe(number);
  await oneMore();
  await slow.until(() => slow.of('board').length > told.length);
  const next = dataOf(slow.of('board')[told.length]!).kitchenTickets;
  expect(next.previous).toBeLessThanOrEqual(number);
  expect(next.number).toBeGreaterThan(number);
  await slow.hangUp();
  await kim.hangUp();
});
