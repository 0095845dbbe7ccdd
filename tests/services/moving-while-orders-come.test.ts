import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PlaceOrderDocument, UpdateRestaurantDocument } from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { guest, key, type Place, place, unique } from '../support/build.ts';
import { filledCart } from '../support/order.ts';

const orders = 60;
const moves = 15;

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

/** Each wants the restaurant's row and its counter, the order the other way round than the move. */
test('orders and new slugs do not lock each other out', async () => {
  const carts = await Promise.all(
    Array.from({ length: orders }, async () => {
      const anna = await guest(app, here);
      const { id: cartId, version: cartVersion } = await filledCart(anna, here);
      return () => anna.codeOf(PlaceOrderDocument, { cartId, cartVersion, idempotencyKey: key() });
    }),
  );
  const move = (expectedVersion: number) =>
    here.owner.codeOf(UpdateRestaurantDocument, {
      restaurantId: here.id,
      input: { slug: unique('moved') },
      expectedVersion,
    });
  const moving = (async () => {
    const codes = [];
    for (let version = 1; version <= moves; version += 1) codes.push(await move(version));
    return codes;
  })();
  const placed: string[] = [];
  for (let next = 0; next < orders; next += 6)
    placed.push(...(await Promise.all(carts.slice(next, next + 6).map((order) => order()))));
  expect(placed).toEqual(Array.from({ length: orders }, () => 'OK'));
  expect(await moving).toEqual(Array.from({ length: moves }, () => 'OK'));
  expect(app.failures).toEqual([]);
});
