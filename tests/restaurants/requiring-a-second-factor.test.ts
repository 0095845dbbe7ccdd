import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CreateRestaurantDocument,
  CreateTableDocument,
  DisableSecondFactorDocument,
  KitchenTicketsDocument,
  MyRestaurantsDocument,
  OrderDocument,
  PeopleDocument,
  RestaurantTablesDocument,
  SetSecondFactorRequiredDocument,
} from '../../schema/operations.ts';
import { SecondFactor } from '../../src/people/second-factor.entity.ts';
import { setUp } from '../people/second-factor.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { admin, guest, key, password, person, place, staff, unique } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;
let strict: TestApp;

beforeAll(async () => {
  app = await startApp();
  strict = await startApp({ config: { requireSecondFactor: true } });
});

afterAll(async () => {
  await app.close();
  await strict.close();
});

const addTable = (viewer: As, restaurantId: string) =>
  viewer.codeOf(CreateTableDocument, {
    input: { restaurantId, name: unique('Table') },
    idempotencyKey: key(),
  });

test('a restaurant wants a second factor of its owners, and of admins of the platform, at once', async () => {
  const here = await place(app);
  const { id: restaurantId, slug, owner } = here;
  const order = await placedOrder(await guest(app, here), here);
  const [manager, boss] = [await staff(app, restaurantId, 'MANAGER'), await admin(app)];
  const screen = owner.live(KitchenTicketsDocument, { restaurantId });
  const colleague = manager.live(KitchenTicketsDocument, { restaurantId });
  await Promise.all([screen.at(0), colleague.at(0)]);
  await owner.ask(SetSecondFactorRequiredDocument, { restaurantId, required: true });

  expect((await screen.refused()).code).toBe('SECOND_FACTOR_REQUIRED');
  for (const one of [owner, boss]) {
    expect(await addTable(one, restaurantId)).toBe('SECOND_FACTOR_REQUIRED');
    expect(await one.codeOf(OrderDocument, { id: order.id })).toBe('SECOND_FACTOR_REQUIRED');
    expect(await one.codeOf(RestaurantTablesDocument, { slug })).toBe('SECOND_FACTOR_REQUIRED');
    expect(await one.codeOf(MyRestaurantsDocument, {})).toBe('OK');
  }
  expect(await addTable(manager, restaurantId)).toBe('OK');
  const elsewhere = await place(app);
  expect(await addTable(boss, elsewhere.id)).toBe('OK');

  const { app: authenticator } = await setUp(owner);
  expect(await addTable(owner, restaurantId)).toBe('OK');
  // The socket that was open before has it too.
  const again = owner.live(KitchenTicketsDocument, { restaurantId });
  await again.at(0);
  expect(await addTable(boss, restaurantId)).toBe('SECOND_FACTOR_REQUIRED');

  await owner.ask(DisableSecondFactorDocument, { password, code: authenticator.code(1) });
  await again.refused();
  expect(await addTable(owner, restaurantId)).toBe('SECOND_FACTOR_REQUIRED');
  await placedOrder(await guest(app, here), here);
  await colleague.at(1);
  await Promise.all([owner.hangUp(), manager.hangUp()]);
});

test('a stream that was begun before its owner set one up goes on when it is wanted', async () => {
  const here = await place(app);
  const { id: restaurantId, owner } = here;
  const { id: strictId } = await place(app, owner);
  await owner.ask(SetSecondFactorRequiredDocument, { restaurantId: strictId, required: true });
  const screen = owner.live(KitchenTicketsDocument, { restaurantId });
  await screen.at(0);
  await setUp(owner);
  // The socket has heard of it.
  await owner.live(KitchenTicketsDocument, { restaurantId: strictId }).at(0);
  await owner.ask(SetSecondFactorRequiredDocument, { restaurantId, required: true });
  const { id } = await placedOrder(await guest(app, here), here);
  expect((await screen.at(1)).kitchenTickets.ticket!.id).toBe(id);
  await owner.hangUp();
});

test('nobody is refused for want of one that the socket has not heard of yet', async () => {
  const { id: restaurantId, owner } = await place(app);
  await owner.ask(SetSecondFactorRequiredDocument, { restaurantId, required: true });
  // It holds the socket open.
  const { id: elsewhere } = await place(app, owner);
  await owner.live(KitchenTicketsDocument, { restaurantId: elsewhere }).at(0);
  const early = await owner.live(KitchenTicketsDocument, { restaurantId }).refused();
  expect(early.code).toBe('SECOND_FACTOR_REQUIRED');
  // Written past the front door, so that no event tells of it.
  const em = app.database.em();
  const at = new Date();
  em.create(SecondFactor, { personId: owner.id, sealed: '', createdAt: at, confirmedAt: at, lastStep: 0 });
  await em.flush();
  await owner.live(KitchenTicketsDocument, { restaurantId }).at(0);
  await owner.hangUp();
});

test('who has one may take the wish back, and again nothing more happens', async () => {
  const { id: restaurantId, owner } = await place(app);
  await setUp(owner);
  for (const required of [true, true, false]) {
    const { setSecondFactorRequired } = await owner.ask(SetSecondFactorRequiredDocument, {
      restaurantId,
      required,
    });
    expect(setSecondFactorRequired.secondFactorRequired).toBe(required);
  }
});

test('the platform may want it of all owners and admins', async () => {
  const [owner, boss] = [await person(strict), await admin(strict)];
  const input = {
    slug: unique('strict'),
    title: 'Strict',
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    locale: 'en-GB',
  };
  const { createRestaurant } = await owner.ask(CreateRestaurantDocument, { input, idempotencyKey: key() });
  const { id } = createRestaurant.restaurant;
  for (const one of [owner, boss]) {
    expect(await addTable(one, id)).toBe('SECOND_FACTOR_REQUIRED');
    await setUp(one);
    expect(await addTable(one, id)).toBe('OK');
  }
  const another = await admin(strict);
  expect(await another.codeOf(PeopleDocument, {})).toBe('SECOND_FACTOR_REQUIRED');
  expect(await boss.codeOf(PeopleDocument, {})).toBe('OK');
});
