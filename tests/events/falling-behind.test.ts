import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  KitchenTicketsDocument,
  type KitchenTicketsSubscription,
  MoveOrderDocument,
  PlaceOrderDocument,
  RemoveStaffDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, key, type Person, type Place, place, staff } from '../support/build.ts';
import { codesOf, Wire, type WireMessage } from './wire.ts';

let app: TestApp;
let here: Place;

const backlogBytes = 16 * 1024;
const mostEvents = 400;

beforeAll(async () => {
  app = await startApp({ config: { backlogBytes } });
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

function verdictOf(message: WireMessage): string | null | undefined {
  return message.type === 'next' ? dataOf(message).kitchenTickets.verdict : undefined;
}

/** The server's end of a socket: it runs in this process. */
function serverEnd(wire: Wire): Socket {
  const { _getActiveHandles } = process as unknown as { _getActiveHandles(): unknown[] };
  const port = wire.tcp.localPort;
  return _getActiveHandles.call(process).find((one) => (one as Socket).remotePort === port) as Socket;
}

describe('a screen that does not read', () => {
  let kim: As;
  let lee: Person;
  let slow: Wire;
  let events: number;
  let oneMore: () => Promise<void>;

  /** One verb after another on wide orders: placed, moved to their end, the next. */
  async function verbs(): Promise<() => Promise<void>> {
    const anna = await guest(app, here);
    let order = { id: '', version: 0 };
    return async () => {
      const to = (['ACCEPTED', 'PREPARING', 'READY', 'COMPLETED'] as const)[order.version - 1];
      const moving = { orderId: order.id, expectedVersion: order.version };
      order = to ? (await kim.ask(MoveOrderDocument, { ...moving, to })).moveOrder : await wideOrder(anna);
      events += 1;
    };
  }

  /** Lee's screen, with as much on its way as the server leaves there. */
  beforeEach(async () => {
    events = 0;
    here = await place(app);
    kim = await staff(app, here.id, 'KITCHEN');
    lee = await staff(app, here.id, 'KITCHEN');
    oneMore = await verbs();
    slow = await Wire.open(lee);
    slow.subscribe('board', { query: wideTickets, variables: { restaurantId: here.id } });
    await slow.at('board', 0);
    const server = serverEnd(slow);
    slow.stopReading();
    while (server.writableLength <= backlogBytes && events < mostEvents) await oneMore();
    const held = server.writableLength;
    expect(held).toBeGreaterThan(backlogBytes);
    for (let more = 0; more < 10; more++) await oneMore();
    expect(server.writableLength).toBeLessThan(held + 1_000_000);
  });

  afterEach(async () => {
    await slow.hangUp();
    await kim.hangUp();
  });

  test('is not buffered for, and starts over when it reads again', async () => {
    const quick = kim.live(KitchenTicketsDocument, { restaurantId: here.id });
    const { number } = (await quick.at(0)).kitchenTickets;
    slow.readAgain();
    const reset = await slow.find((message) => verdictOf(message) === 'RESET');
    const told = slow.of('board').length;
    expect(told - 2).toBeLessThan(events);
    expect(dataOf(reset).kitchenTickets.number).toBe(number);
    await oneMore();
    const next = (await slow.dataAt<KitchenTicketsSubscription>('board', told)).kitchenTickets;
    expect(next.previous).toBeLessThanOrEqual(number);
    expect(next.number).toBeGreaterThan(number);
  });

  test('starts over only for somebody who may still watch', async () => {
    await here.owner.ask(RemoveStaffDocument, { restaurantId: here.id, personId: lee.id });
    await oneMore();
    slow.readAgain();
    const refused = await slow.find(
      ({ type, payload }) => type === 'error' || verdictOf({ type, payload }) === 'RESET',
    );
    expect(codesOf(refused)).toEqual(['NOT_FOUND']);
  });
});
