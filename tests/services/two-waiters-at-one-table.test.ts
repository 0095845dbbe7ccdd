import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MoveOrderDocument, OpenCartDocument, OrderDocument } from '../../schema/operations.ts';
import type { Cart } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, Refused } from '../support/as.ts';
import { guest, type Person, type Place, place, staff } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { placedOrder } from '../support/order.ts';
import { Account, type Order } from './waiters-account.ts';
import { type Attempt, type Drawn, type Seen, type Verb, verbs } from './waiters-verbs.ts';

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
  const [kim, lee] = [await staff(apps[0]!, here.id, 'MANAGER'), await staff(apps[0]!, here.id, 'MANAGER')];
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

const look = async (id: string): Promise<Order> => (await waiters[0].ask(OrderDocument, { id })).order;

interface Done {
  readonly attempt: Attempt;
  readonly answer: unknown;
  readonly conflicts: number;
}

/** Does it with what was seen, and when that is over with what is there now. The other is done by then: it wins, if it is left to do. */
async function untilItWins(waiter: As, verb: Verb, seen: Seen, drawn: () => Drawn): Promise<Done | null> {
  for (let conflicts = 0; ; conflicts += 1) {
    const attempt = verb(seen, drawn());
    if (!attempt) return null;
    try {
      return { attempt, answer: await attempt.ask(waiter), conflicts };
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'CONFLICT') || conflicts > 0) throw error;
      const { currentVersion, cart } = problemOf(error);
      if (attempt.of.length === 1 && attempt.of[0] === 'cart') expect(cart?.version).toBe(currentVersion);
      const order = seen.order && (await look(seen.order.id));
      seen = { cart: cart ?? (await open(waiter)), order };
    }
  }
}

function problemOf({ extensions }: Refused): { currentVersion: number; cart?: Cart } {
  return extensions['problem'] as { currentVersion: number; cart?: Cart };
}

/** As they happened: who lost came after, and what needs no latest came before what it has made lose. */
function inOrder(done: readonly Done[]): Done[] {
  const [first, second] = done;
  if (!first || !second) return [...done];
  if (first.conflicts !== second.conflicts) return done.toSorted((a, b) => a.conflicts - b.conflicts);
  return done.toSorted((a, b) => b.attempt.of.length - a.attempt.of.length);
}

test('two devices do what waiters do to one table, 200 times at once: nothing vanishes, the loser hears CONFLICT and wins on retry', async () => {
  const seed = Number(process.env['WAITERS_SEED'] ?? randomInt(2 ** 31));
  console.log(`two waiters, one table: seed ${seed}`);
  const random = seeded(seed);
  const account = new Account();
  const conflicts = new Map<string, number>();
  const first = await Promise.all(waiters.map(open));
  expect(first[0]!.id).toBe(first[1]!.id);
  for (let turn = 0; turn < times; turn += 1) {
    const lastId = account.orderIds.at(-1);
    const seen = { cart: await open(waiters[turn % 2]!), order: lastId ? await look(lastId) : null };
    const moves = waiters.map((waiter, index) => {
      const draws = { itemId: here.coke.id, note: `${turn} of ${index}` };
      // The same again when it is tried again.
      const drawn = (): Drawn => ({ ...draws, random: seeded(seed + 2 * turn + index) });
      const able = Object.entries(verbs).filter(([, verb]) => verb(seen, drawn()));
      const [name, verb] = able[random(able.length)]!;
      return { name, run: () => untilItWins(waiter, verb, seen, drawn) };
    });
    const done = await Promise.all(moves.map(({ run }) => run()));
    for (const [index, { name }] of moves.entries())
      conflicts.set(name, (conflicts.get(name) ?? 0) + (done[index]?.conflicts ?? 0));
    const won = inOrder(done.filter((one) => one !== null));
    for (const { attempt, answer } of won) attempt.keep(account, answer);
    const names = moves.map(({ name }) => name);
    account.checkCart({ seed, turn, names }, await open(waiters[turn % 2]!));
  }
  account.checkOrders({ seed }, await Promise.all(account.orderIds.map(look)));
  const lost = [...conflicts].filter(([, count]) => count > 0).map(([name]) => name);
  expect({ seed, lost: lost.length > 5 }).toEqual({ seed, lost: true });
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
