import { randomUUIDv7 } from 'node:crypto';
import {
  MoveOrderDocument,
  OpenCartDocument,
  OrderUpdatesDocument,
  ParseOrderDocument,
  type ParseOrderMutation,
  PlaceOrderDocument,
  type PlaceOrderMutation,
  RestaurantTablesDocument,
  StartVisitDocument,
} from '../../schema/operations.ts';
import { demoMenu } from '../database/demo-menu.ts';
import { type Client, openClient } from './client.ts';
import { demoClient } from './demo-client.ts';
import { describeLines } from './describe-lines.ts';
import { configOrExit } from './environment.ts';
import { KitchenScreen } from './kitchen-screen.ts';
import { nextOf } from './next-of.ts';
import { run } from './run.ts';
import { step } from './step.ts';

type Order = PlaceOrderMutation['placeOrder']['order'];

const { slug, title } = demoMenu.restaurant;
const patienceMs = 30_000;

/** Plays an order from a guest's sentence to READY against the running server, as any client would. */
await run(async () => {
  const { comandaUrl: url, dataDir } = configOrExit();
  const sentence = process.argv.slice(2).join(' ') || 'two large margheritas, one without basil, and a coke';
  setTimeout(() => {
    console.error(`Nothing was heard for ${patienceMs / 1_000} seconds: the server's log may say why.`);
    process.exit(1);
  }, patienceMs).unref();

  const floor = await demoClient(url, dataDir, 'floor@comanda.example');
  const kitchen = await demoClient(url, dataDir, 'kitchen@comanda.example');
  const { guest, restaurantId } = await scanTable(url, floor);
  try {
    const screen = new KitchenScreen(kitchen, restaurantId);
    await screen.open();
    const cart = await saySentence(guest, sentence);
    const order = await place(guest, cart);
    await screen.shows(order);
    await cook(kitchen, guest, order, screen);
  } finally {
    await Promise.all([kitchen.hangUp(), guest.hangUp()]);
  }
});

async function scanTable(url: string, floor: Client): Promise<{ guest: Client; restaurantId: string }> {
  const { restaurant } = await floor.ask(RestaurantTablesDocument, { slug });
  const table = restaurant.tables[0]!;
  step(`${title} has ${restaurant.tables.length} tables; the code on ${table.name} leads to ${table.qr.url}`);
  const tableCode = table.qr.url.split('/').at(-1)!;
  const { startVisit } = await openClient(url).ask(StartVisitDocument, { slug, tableCode });
  step(`A guest scans it and sits at ${startVisit.table!.name} of ${startVisit.restaurant.title}.`);
  return { guest: openClient(url, { visitToken: startVisit.visitToken }), restaurantId: restaurant.id };
}

async function saySentence(guest: Client, text: string): Promise<ParseOrderMutation['parseOrder']['cart']> {
  const { openCart } = await guest.ask(OpenCartDocument, { restaurantSlug: slug });
  const { parseOrder } = await guest.ask(ParseOrderDocument, {
    restaurantSlug: slug,
    text,
    cartVersion: openCart.version,
    idempotencyKey: randomUUIDv7(),
  });
  const { cart, unmatched, warnings } = parseOrder;
  step(
    `The guest says: "${text}"`,
    ...describeLines(cart.lines).map((line) => `understood: ${line}`),
    ...unmatched.map(
      (phrase) => `not understood: "${phrase.text}" (characters ${phrase.start}–${phrase.end})`,
    ),
    ...warnings.map(({ message }) => `warning: ${message}`),
  );
  if (cart.lines.length === 0) throw new Error('Nothing of it was understood, so nothing is ordered.');
  return cart;
}

async function place(guest: Client, { id, version }: { id: string; version: number }): Promise<Order> {
  const placing = { cartId: id, cartVersion: version, idempotencyKey: randomUUIDv7() };
  const { order } = (await guest.ask(PlaceOrderDocument, placing)).placeOrder;
  step(`The guest places order #${order.number} for ${order.total.formatted}.`);
  return order;
}

async function cook(kitchen: Client, guest: Client, order: Order, screen: KitchenScreen): Promise<void> {
  const updates = guest.live(OrderUpdatesDocument, { orderId: order.id });
  const first = (await nextOf(updates)).orderUpdates;
  step(`The guest follows the order: ${first.verdict}, ${first.order.status}.`);
  let { version } = order;
  for (const to of ['ACCEPTED', 'PREPARING', 'READY'] as const) {
    const move = { orderId: order.id, to, expectedVersion: version };
    version = (await kitchen.ask(MoveOrderDocument, move)).moveOrder.version;
    await screen.until(order.id, version);
    let update = (await nextOf(updates)).orderUpdates;
    while (update.order.version < version) update = (await nextOf(updates)).orderUpdates;
    step(
      `The kitchen moves #${order.number} to ${to}; the guest sees ${update.order.status} (number ${update.number}).`,
    );
  }
}
