import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  CartDocument,
  MoveOrderDocument,
  OpenCartDocument,
  OrderDocument,
  SetCartLineQuantityDocument,
} from '../../schema/operations.ts';
import type { Cart } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, Refused } from '../support/as.ts';
import { guest, key, type Person, type Place, place, staff } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { placedOrder } from '../support/order.ts';

const times = 200;

let database: TestDatabase;
/** Two processes, each with a waiter's device. */
let apps: TestApp[];
let here: Place;
let waiters: [Person, Person];

beforeAll(async () => {
  database = await makeDatabase();
  apps = [await startApp({ on: database }), await startApp({ on: database })];
  here = await place(apps[0]!);
  const [kim, lee] = [await staff(apps[0]!, here.id, 'FLOOR'), await staff(apps[0]!, here.id, 'MANAGER')];
  waiters = [kim, Object.assign(new As(apps[1]!.url, lee.credentials), { id: lee.id, email: lee.email })];
});

afterAll(async () => {
  for (const app of apps) await app.close();
  await database.drop();
});

/** Numbers that come again with the same seed. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const open = async (waiter: As): Promise<Cart> =>
  (await waiter.ask(OpenCartDocument, { restaurantSlug: here.slug, asStaff: true, tableId: here.tableId }))
    .openCart;

/** Does it with what was seen, and when that is over with what is there now, as the refusal says. */
async function untilItWins<Seen>(
  seen: Seen,
  attempt: (seen: Seen) => Promise<unknown>,
  current: (refusal: Refused) => Promise<Seen>,
): Promise<number> {
  for (let conflicts = 0; ; conflicts += 1) {
    try {
      await attempt(seen);
      return conflicts;
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'CONFLICT')) throw error;
      seen = await current(error);
    }
  }
}

function problemOf({ extensions }: Refused): { currentVersion: number; cart?: Cart } {
  return extensions['problem'] as { currentVersion: number; cart?: Cart };
}

test('two devices change one cart 200 times at once: nothing vanishes, the loser hears CONFLICT and wins on retry', async () => {
  const seed = randomInt(2 ** 31);
  console.log(`two waiters, one cart: seed ${seed}`);
  const random = seeded(seed);
  const mine = await Promise.all(waiters.map(open));
  const expected = [0, 0];
  let conflicts = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const seen = await open(waiters[0]);
    const adding = waiters.map((waiter, index) => async () => {
      const count = 1 + random(2);
      const lines = [{ itemId: here.coke.id, note: `of ${index}`, quantity: count }];
      const input = { cartId: seen.id, cartVersion: seen.version, lines };
      await waiter.ask(AddToCartDocument, { input, idempotencyKey: key() });
      expected[index]! += count;
    });
    const setting = waiters.map((waiter, index) => async () => {
      const quantity = 1 + random(20);
      const lineId = seen.lines.find(({ note }) => note === `of ${index}`)!.id;
      conflicts += await untilItWins(
        seen,
        ({ id: cartId, version: cartVersion }) =>
          waiter.ask(SetCartLineQuantityDocument, { input: { cartId, cartVersion, lineId, quantity } }),
        async (refusal) => problemOf(refusal).cart!,
      );
      expected[index] = quantity;
    });
    const sets = seen.lines.length === 2 && (expected.some((count) => count > 80) || random(2) === 0);
    await Promise.all((sets ? setting : adding).map((change) => change()));
  }
  const { cart } = await waiters[1].ask(CartDocument, { id: mine[0]!.id });
  const kept = [0, 1].map((index) => cart.lines.find(({ note }) => note === `of ${index}`)!.quantity);
  expect({ seed, kept, lines: cart.lines.length }).toEqual({ seed, kept: expected, lines: 2 });
  expect(cart.lines.map(({ addedBy }) => addedBy?.number).sort()).toEqual([1, 2]);
  expect(conflicts).toBeGreaterThan(0);
  expect(mine[0]!.id).toBe(mine[1]!.id);
}, 300_000);

test('two devices move one order at once, 200 times: one moves it, the other hears CONFLICT and moves it on from there', async () => {
  const seed = randomInt(2 ** 31);
  console.log(`two waiters, one order: seed ${seed}`);
  const random = seeded(seed);
  const race = async (): Promise<void> => {
    const { id: orderId, version: expectedVersion } = await placedOrder(await guest(apps[0]!, here), here);
    const wished = random(2) === 0 ? waiters : [...waiters].reverse();
    const codes = await Promise.all(
      wished.map((waiter) => waiter.codeOf(MoveOrderDocument, { orderId, to: 'ACCEPTED', expectedVersion })),
    );
    expect([...codes].sort()).toEqual(['CONFLICT', 'OK']);
    const loser = wished[codes.indexOf('CONFLICT')]!;
    const { order } = await loser.ask(OrderDocument, { id: orderId });
    expect([order.status, order.version]).toEqual(['ACCEPTED', expectedVersion + 1]);
    const on = { orderId, to: 'CANCELLED', reason: 'OTHER', expectedVersion: order.version } as const;
    expect((await loser.ask(MoveOrderDocument, on)).moveOrder.version).toBe(expectedVersion + 2);
  };
  for (let raced = 0; raced < times; raced += 10) await Promise.all(Array.from({ length: 10 }, race));
}, 300_000);
