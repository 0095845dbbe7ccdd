import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CreateApiKeyDocument,
  KitchenTicketsDocument,
  MenuDocument,
  MoveOrderDocument,
  MyRestaurantsDocument,
  OpenCartDocument,
  OrderDocument,
  PlaceOrderDocument,
  RestaurantAuditDocument,
  RestaurantDocument,
  StartVisitDocument,
  SuspendRestaurantDocument,
  UnsuspendRestaurantDocument,
  WholeMenuDocument,
} from '../../schema/operations.ts';
import { Wire } from '../events/wire.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { admin, guest, key, type Person, type Place, person, place, staff } from '../support/build.ts';
import { filledCart, placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let ada: Person;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  ada = await admin(app);
});

afterAll(() => app.close());

test('a suspended restaurant is there for nobody: guests, staff, keys, open streams; and comes back as it was', async () => {
  const { id: restaurantId, slug, tableCode } = here;
  const nobody = new As(app.url);
  const [kim, anna, carla] = [
    await staff(app, here.id, 'KITCHEN'),
    await guest(app, here),
    await person(app),
  ];
  const { createApiKey } = await here.owner.ask(CreateApiKeyDocument, {
    input: { restaurantId, name: 'A till', scopes: ['MENU_READ'] },
    idempotencyKey: key(),
  });
  const till = new As(app.url, { accessToken: createApiKey.token! });
  const atTill = await Wire.open(till);
  const order = await placedOrder(anna, here);
  const { id: cartId, version: cartVersion } = await filledCart(carla, here);
  const screens = [kim, here.owner].map((one) => one.live(KitchenTicketsDocument, { restaurantId }));
  const adas = ada.live(KitchenTicketsDocument, { restaurantId });
  for (const screen of [...screens, adas]) await screen.at(0);
  await nobody.ask(MenuDocument, { slug });

  for (const _ of ['once', 'again']) {
    const { suspendRestaurant } = await ada.ask(SuspendRestaurantDocument, { restaurantId });
    expect(suspendRestaurant.suspendedAt).not.toBeNull();
  }
  for (const screen of screens) expect((await screen.refused()).code).toBe('NOT_FOUND');
  expect((await atTill.closed).code).toBe(4403);
  while ((await nobody.codeOf(MenuDocument, { slug })) !== 'NOT_FOUND');
  expect([
    await nobody.codeOf(RestaurantDocument, { slug }),
    await nobody.codeOf(StartVisitDocument, { slug, tableCode }),
    await anna.codeOf(OpenCartDocument, { restaurantSlug: slug }),
    await carla.codeOf(PlaceOrderDocument, { cartId, cartVersion, idempotencyKey: key() }),
    await kim.codeOf(WholeMenuDocument, { restaurantId }),
    await kim.codeOf(MoveOrderDocument, { orderId: order.id, to: 'ACCEPTED', expectedVersion: 1 }),
    await here.owner.codeOf(RestaurantAuditDocument, { restaurantId }),
  ]).toEqual(Array.from({ length: 7 }, () => 'NOT_FOUND'));
  expect((await here.owner.ask(MyRestaurantsDocument, {})).myRestaurants).toEqual([]);
  expect(await till.codeOf(WholeMenuDocument, { restaurantId })).toBe('UNAUTHENTICATED');
  expect((await anna.ask(OrderDocument, { id: order.id })).order.status).toBe('PLACED');

  // For admins it goes on: they see what they judge.
  await ada.ask(MoveOrderDocument, { orderId: order.id, to: 'ACCEPTED', expectedVersion: 1 });
  expect((await adas.at(1)).kitchenTickets.ticket).toMatchObject({ id: order.id, status: 'ACCEPTED' });

  for (const _ of ['once', 'again']) {
    const { unsuspendRestaurant } = await ada.ask(UnsuspendRestaurantDocument, { restaurantId });
    expect(unsuspendRestaurant.suspendedAt).toBeNull();
  }
  expect([
    await nobody.codeOf(MenuDocument, { slug }),
    await carla.codeOf(PlaceOrderDocument, { cartId, cartVersion, idempotencyKey: key() }),
    await kim.codeOf(WholeMenuDocument, { restaurantId }),
    await till.codeOf(WholeMenuDocument, { restaurantId }),
  ]).toEqual(['OK', 'OK', 'OK', 'OK']);
  for (const one of [kim, here.owner, ada]) await one.hangUp();
});

test('its owner reads in the audit what the platform did', async () => {
  const restaurantId = here.id;
  await ada.ask(SuspendRestaurantDocument, { restaurantId });
  await ada.ask(UnsuspendRestaurantDocument, { restaurantId });
  const filter = { actorId: ada.id };
  const { restaurantAudit } = await here.owner.ask(RestaurantAuditDocument, {
    restaurantId,
    filter,
    first: 2,
  });
  expect(restaurantAudit.edges.map(({ node }) => [node.field, node.asAdmin, node.subjectIds])).toEqual([
    ['unsuspendRestaurant', true, [restaurantId]],
    ['suspendRestaurant', true, [restaurantId]],
  ]);
});
