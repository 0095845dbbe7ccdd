import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  ArchiveRestaurantDocument,
  CartDocument,
  CreateRestaurantDocument,
  MenuDocument,
  MoveOrderDocument,
  MyRestaurantsDocument,
  OpenCartDocument,
  OrderDocument,
  OrderUpdatesDocument,
  ParseOrderDocument,
  PlaceOrderDocument,
  RestaurantDocument,
  RestoreRestaurantDocument,
  StartVisitDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { answerOf } from '../door.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, key, type Place, person, place, staff } from '../support/build.ts';
import { filledCart, placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
});

afterAll(() => app.close());

const archive = () => here.owner.ask(ArchiveRestaurantDocument, { restaurantId: here.id });
const restore = () => here.owner.ask(RestoreRestaurantDocument, { restaurantId: here.id });

const events = () =>
  rows<{ kind: string }>(
    app.database.em(),
    sql`select kind from event where stream = ${here.id} order by number`,
  );

const eventually = async (code: string, ask: () => Promise<string>): Promise<void> => {
  while ((await ask()) !== code);
};

test('to guests an archived restaurant does not exist', async () => {
  const nobody = new As(app.url);
  const { slug, tableCode } = here;
  await nobody.ask(MenuDocument, { slug });
  await archive();
  await eventually('NOT_FOUND', () => nobody.codeOf(MenuDocument, { slug }));
  expect(await nobody.codeOf(RestaurantDocument, { slug })).toBe('NOT_FOUND');
  expect(await nobody.codeOf(StartVisitDocument, { slug, tableCode })).toBe('NOT_FOUND');
  for (const path of [`/r/${slug}`, `/r/${slug}/${tableCode}`, `/r/${slug}/qr.svg`]) {
    expect((await answerOf(app, path)).status).toBe(404);
  }
});

test('nothing new is ordered there: by guests, by customers, by its own staff', async () => {
  const waiter = await staff(app, here.id, 'FLOOR');
  const asStaff = { restaurantSlug: here.slug, asStaff: true, tableId: here.tableId };
  const { openCart } = await waiter.ask(OpenCartDocument, asStaff);
  const carts = [
    [await guest(app, here), null],
    [await person(app), null],
    [waiter, openCart],
  ] as const;
  const filled = [];
  for (const [viewer, cart] of carts) {
    if (!cart) filled.push([viewer, await filledCart(viewer, here)] as const);
    else {
      const input = {
        cartId: cart.id,
        cartVersion: cart.version,
        lines: [{ itemId: here.coke.id, quantity: 1 }],
      };
      const { addToCart } = await viewer.ask(AddToCartDocument, { input, idempotencyKey: key() });
      filled.push([viewer, addToCart.cart] as const);
    }
  }
  await archive();
  for (const [viewer, { id: cartId, version: cartVersion }] of filled) {
    const input = { cartId, cartVersion, lines: [{ itemId: here.coke.id, quantity: 1 }] };
    const idempotencyKey = key();
    const sentence = { restaurantSlug: here.slug, text: 'a coke', cartVersion, cartId, idempotencyKey };
    expect([
      await viewer.codeOf(PlaceOrderDocument, { cartId, cartVersion, idempotencyKey }),
      await viewer.codeOf(AddToCartDocument, { input, idempotencyKey }),
      await viewer.codeOf(ParseOrderDocument, sentence),
      await viewer.codeOf(OpenCartDocument, { restaurantSlug: here.slug }),
      await viewer.codeOf(CartDocument, { id: cartId }),
    ]).toEqual(Array.from({ length: 5 }, () => 'NOT_FOUND'));
  }
});

test('what was ordered before is finished, and its guest follows it', async () => {
  const [anna, cook] = [await guest(app, here), await staff(app, here.id, 'KITCHEN')];
  const order = await placedOrder(anna, here);
  const updates = anna.live(OrderUpdatesDocument, { orderId: order.id });
  await updates.at(0);
  await archive();
  const move = { orderId: order.id, to: 'ACCEPTED', expectedVersion: order.version } as const;
  expect(await cook.codeOf(MoveOrderDocument, move)).toBe('OK');
  expect((await updates.at(1)).orderUpdates.order.status).toBe('ACCEPTED');
  expect((await anna.ask(OrderDocument, { id: order.id })).order.status).toBe('ACCEPTED');
  const cancel = {
    orderId: order.id,
    to: 'CANCELLED',
    reason: 'NOT_WANTED',
    expectedVersion: order.version + 1,
  } as const;
  expect(await anna.codeOf(MoveOrderDocument, cancel)).toBe('VISIT_ENDED');
  await anna.hangUp();
});

test('its owner finds it among the archived and restores it, with everything that was there', async () => {
  const cook = await staff(app, here.id, 'KITCHEN');
  await archive();
  const found = async (viewer: As, archived: boolean) =>
    (await viewer.ask(MyRestaurantsDocument, { archived })).myRestaurants.map(({ id }) => id);
  expect([await found(here.owner, false), await found(here.owner, true)]).toEqual([[], [here.id]]);
  expect([await found(cook, false), await found(cook, true)]).toEqual([[], []]);

  expect((await restore()).restoreRestaurant.archivedAt).toBeNull();
  expect([await found(here.owner, false), await found(here.owner, true)]).toEqual([[here.id], []]);
  expect((await placedOrder(await guest(app, here), here)).number).toBe(1);
});

test('visits that it ended stay ended when it comes back', async () => {
  const anna = await guest(app, here);
  const { id: cartId, version: cartVersion } = await filledCart(anna, here);
  await archive();
  await restore();
  const placing = { cartId, cartVersion, idempotencyKey: key() };
  expect(await anna.codeOf(PlaceOrderDocument, placing)).toBe('VISIT_ENDED');
});

test('its slug stays its own', async () => {
  await archive();
  const input = { slug: here.slug, title: 'Ours', currency: 'EUR', timeZone: 'UTC', locale: 'en' };
  const olga = await person(app);
  expect(await olga.codeOf(CreateRestaurantDocument, { input, idempotencyKey: key() })).toBe('SLUG_TAKEN');
});

test('doing it again tells nothing new', async () => {
  await guest(app, here);
  const first = await archive();
  const before = await events();
  expect(before.slice(-2).map(({ kind }) => kind)).toEqual(['restaurant.archived', 'visit.ended']);
  expect(await archive()).toEqual(first);
  expect(await events()).toEqual(before);
  await restore();
  await restore();
  expect((await events()).slice(before.length)).toEqual([{ kind: 'restaurant.restored' }]);
});

test('at once it is archived once', async () => {
  await Promise.all([archive(), archive(), archive()]);
  expect((await events()).filter(({ kind }) => kind === 'restaurant.archived')).toHaveLength(1);
});

test('both are for owners of this restaurant', async () => {
  const elsewhere = await place(app);
  const refused = async (viewer: As) => [
    await viewer.codeOf(ArchiveRestaurantDocument, { restaurantId: here.id }),
    await viewer.codeOf(RestoreRestaurantDocument, { restaurantId: here.id }),
  ];
  for (const role of ['MANAGER', 'KITCHEN', 'FLOOR', 'COURIER'] as const) {
    expect(await refused(await staff(app, here.id, role))).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  }
  for (const viewer of [elsewhere.owner, await person(app), await guest(app, here), new As(app.url)]) {
    expect(await refused(viewer)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  }
  expect(await new As(app.url).codeOf(RestaurantDocument, { slug: here.slug })).toBe('OK');
});
