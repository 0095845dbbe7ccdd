import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  FiguresDocument,
  LiveFiguresDocument,
  type LiveFiguresSubscription,
  MoveOrderDocument,
  type MoveOrderMutationVariables,
  PromiseOrderDocument,
  RemoveStaffDocument,
  SetCartTipDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { memoryBell } from '../../src/events/memory-bell.ts';
import { transact } from '../../src/events/transact.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As, Stream } from '../support/as.ts';
import { guest, type Person, type Place, place, staff } from '../support/build.ts';
import { filledCart, placedOrder } from '../support/order.ts';

const minuteMs = 60_000;

let app: TestApp;
let here: Place;
let anna: As;
let mona: Person;
let now: Date;

beforeAll(async () => {
  app = await startApp({ clock: () => now });
});

beforeEach(async () => {
  now = new Date('2030-05-01T12:00:00Z');
  here = await place(app);
  anna = await guest(app, here);
  mona = await staff(app, here.id, 'MANAGER');
});

afterAll(() => app.close());

type Status = MoveOrderMutationVariables['to'];
type Standing = { readonly id: string; readonly version: number };

const pass = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * minuteMs);
};
const figures = async (viewer: As = mona) =>
  (await viewer.ask(FiguresDocument, { slug: here.slug })).restaurant.figures;

async function moved({ id, version }: Standing, ...way: Status[]): Promise<Standing> {
  let order: Standing = { id, version };
  for (const to of way) {
    const reason = to === 'REJECTED' || to === 'CANCELLED' ? ('OTHER' as const) : null;
    const variables = { orderId: id, to, reason, expectedVersion: order.version };
    order = (await here.owner.ask(MoveOrderDocument, variables)).moveOrder;
  }
  return order;
}

const counts = (one: { byStatus: { status: string; count: number }[] }) =>
  Object.fromEntries(
    one.byStatus.filter(({ count }) => count > 0).map(({ status, count }) => [status, count]),
  );

describe('the figures of a day', () => {
  test('are nothing in the morning', async () => {
    const { byStatus, ...rest } = await figures();
    expect(rest).toEqual({
      at: now.toISOString(),
      businessDay: '2030-05-01',
      open: 0,
      late: 0,
      waitingSince: null,
      orders: 0,
      takings: { amount: 0, currency: 'EUR', formatted: '€0.00' },
      tips: { amount: 0, currency: 'EUR', formatted: '€0.00' },
      medianWait: null,
      p90Wait: null,
    });
    expect(byStatus.map(({ status }) => status).slice(0, 3)).toEqual(['PLACED', 'ACCEPTED', 'PREPARING']);
    expect(byStatus).toHaveLength(9);
  });

  test('say what is open, what it comes to and how long it takes', async () => {
    const quick = await moved(await placedOrder(anna, here), 'ACCEPTED', 'PREPARING');
    const slow = await moved(await placedOrder(anna, here), 'ACCEPTED', 'PREPARING');
    await moved(await placedOrder(anna, here), 'REJECTED');
    pass(5);
    await moved(quick, 'READY', 'COMPLETED');
    pass(10);
    await moved(slow, 'READY');
    const waitingSince = now.toISOString();
    await placedOrder(anna, here);
    const cart = await filledCart(anna, here);
    const tip = { cartId: cart.id, cartVersion: cart.version, tip: { amount: 50 } };
    await anna.ask(SetCartTipDocument, { input: tip });
    pass(1);
    await placedOrder(anna, here);
    const seen = await figures();
    expect(seen).toMatchObject({
      open: 3,
      late: 0,
      waitingSince,
      orders: 4,
      takings: { amount: 1300, formatted: '€13.00' },
      tips: { amount: 50 },
      medianWait: 600,
      p90Wait: 840,
    });
    expect(counts(seen)).toEqual({ PLACED: 2, READY: 1, COMPLETED: 1, REJECTED: 1 });
  });

  test('know of yesterday only what is not over', async () => {
    await moved(await placedOrder(anna, here), 'ACCEPTED', 'PREPARING', 'READY', 'COMPLETED');
    const waitingSince = now.toISOString();
    await placedOrder(anna, here);
    pass(24 * 60);
    anna = await guest(app, here);
    const seen = await figures();
    expect(seen).toMatchObject({
      businessDay: '2030-05-02',
      open: 1,
      waitingSince,
      orders: 0,
      medianWait: null,
    });
    expect(seen.takings.amount).toBe(0);
    expect(counts(seen)).toEqual({ PLACED: 1 });
  });

  test('know what is late: promised by now and not ready', async () => {
    const orders = [
      await placedOrder(anna, here),
      await placedOrder(anna, here),
      await placedOrder(anna, here),
    ];
    for (const [index, { id: orderId }] of orders.entries()) {
      const promisedAt = new Date(now.getTime() + (10 + index) * minuteMs).toISOString();
      await here.owner.ask(PromiseOrderDocument, { orderId, expectedVersion: 1, promisedAt });
    }
    const late = async () => (await figures()).late;
    pass(10);
    expect(await late()).toBe(0);
    pass(1.5);
    expect(await late()).toBe(2);
    await moved({ id: orders[0]!.id, version: 2 }, 'ACCEPTED', 'PREPARING', 'READY');
    await moved({ id: orders[1]!.id, version: 2 }, 'CANCELLED');
    expect(await late()).toBe(0);
  });

  test('add up beyond what an Int holds', async () => {
    for (let made = 0; made < 5; made += 1) await placedOrder(anna, here);
    await rows(app.database.em(), sql`update orders set total = 1000000000 where restaurant_id = ${here.id}`);
    expect((await figures()).takings).toMatchObject({ amount: 5_000_000_000, formatted: '€50,000,000.00' });
  });

  test('are for managers and owners, each of their own restaurant', async () => {
    await placedOrder(anna, here);
    expect((await figures(here.owner)).orders).toBe(1);
    for (const role of ['KITCHEN', 'FLOOR', 'COURIER'] as const) {
      const somebody = await staff(app, here.id, role);
      expect(await somebody.codeOf(FiguresDocument, { slug: here.slug })).toBe('FORBIDDEN');
    }
    expect(await anna.codeOf(FiguresDocument, { slug: here.slug })).toBe('NOT_FOUND');
    const other = await place(app);
    expect(await other.owner.codeOf(FiguresDocument, { slug: here.slug })).toBe('NOT_FOUND');
    const { restaurant } = await other.owner.ask(FiguresDocument, { slug: other.slug });
    expect(restaurant.figures).toMatchObject({ open: 0, orders: 0 });
  });
});

describe('liveFigures', () => {
  type Told = LiveFiguresSubscription['liveFigures'];
  const following = (viewer: As, after: number | null = null) =>
    viewer.live(LiveFiguresDocument, { restaurantId: here.id, after });
  const until = async (stream: Stream<LiveFiguresSubscription>, orders: number): Promise<Told> =>
    (await stream.find(({ liveFigures }) => liveFigures.figures.orders === orders)).liveFigures;

  /** Nothing was missed: each message continues what was held. */
  function continues({ messages }: Stream<LiveFiguresSubscription>): void {
    let held = messages[0]!.liveFigures.number;
    for (const { liveFigures } of messages.slice(1)) {
      expect(liveFigures.verdict).toBeNull();
      expect(liveFigures.previous).toBeLessThanOrEqual(held);
      expect(liveFigures.number).toBeGreaterThan(held);
      held = liveFigures.number;
    }
  }

  test('tells them as they are, then after every change', async () => {
    const order = await placedOrder(anna, here);
    const stream = following(mona);
    expect((await stream.at(0)).liveFigures).toMatchObject({
      verdict: 'SNAPSHOT',
      figures: { open: 1, orders: 1, takings: { amount: 250 } },
    });
    await placedOrder(anna, here);
    await until(stream, 2);
    await moved(order, 'REJECTED');
    const last = (
      await stream.find(({ liveFigures }) => liveFigures.figures.open === 1 && liveFigures.verdict === null)
    ).liveFigures;
    expect(last.figures.takings.amount).toBe(250);
    continues(stream);
    await mona.hangUp();
  });

  test('goes on after the number that was held, with one message for all that was missed', async () => {
    const stream = following(mona);
    const { number } = (await stream.at(0)).liveFigures;
    stream.stop();
    for (let made = 0; made < 4; made += 1) await placedOrder(anna, here);
    const resumed = following(mona, number);
    expect((await resumed.at(0)).liveFigures).toMatchObject({ verdict: 'RESUMED', number });
    expect((await resumed.at(1)).liveFigures.figures.orders).toBe(4);
    await placedOrder(anna, here);
    await until(resumed, 5);
    expect(resumed.messages).toHaveLength(3);
    continues(resumed);
    const reset = following(mona, number + 1_000_000);
    expect((await reset.at(0)).liveFigures).toMatchObject({ verdict: 'RESET', figures: { orders: 5 } });
    await mona.hangUp();
  });

  test('counts at most twice a second for whoever watches, however many orders come', async () => {
    const crowd = await Promise.all(Array.from({ length: 10 }, () => staff(app, here.id, 'MANAGER')));
    const screens = [here.owner, ...crowd].map((one) => following(one));
    await Promise.all(screens.map((screen) => screen.at(0)));
    // The first order finds every screen caught up.
    await placedOrder(anna, here);
    await Promise.all(screens.map((screen) => until(screen, 1)));
    const began = performance.now();
    const { texts } = await app.statements.during(async () => {
      for (let made = 0; made < 40; made += 1) await placedOrder(anna, here);
      const [told] = await rows<{ last: number }>(
        app.database.em(),
        sql`select max(number)::int as last from event where stream = ${here.id} and topic = 'order'`,
      );
      const all = (screen: (typeof screens)[number]) =>
        screen.find(({ liveFigures }) => liveFigures.number === told!.last);
      await Promise.all(screens.map(all));
    });
    expect(screens[0]!.messages.at(-1)!.liveFigures.figures.orders).toBe(41);
    const seconds = (performance.now() - began) / 1_000;
    const counted = texts.filter((text) => text.includes('counted as materialized')).length;
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThanOrEqual(2 * seconds + 2);
    expect(counted).toBeLessThan(40);
    for (const screen of screens) {
      continues(screen);
      expect(screen.messages).toEqual(screens[0]!.messages);
    }
    for (const one of [here.owner, ...crowd]) await one.hangUp();
  }, 120_000);

  test('is not told to a manager who was dismissed meanwhile, and goes on for others', async () => {
    const monas = following(mona);
    const owners = following(here.owner);
    for (const stream of [monas, owners]) await stream.at(0);
    await here.owner.ask(RemoveStaffDocument, { restaurantId: here.id, personId: mona.id });
    await placedOrder(anna, here);
    await until(owners, 1);
    expect((await monas.refused()).code).toBe('NOT_FOUND');
    expect(monas.messages).toHaveLength(1);
    for (const one of [mona, here.owner]) await one.hangUp();
  });

  test('ends for a manager who was dismissed in the midst of what is told as one', async () => {
    const order = await placedOrder(anna, here);
    const monas = following(mona);
    const owners = following(here.owner);
    for (const stream of [monas, owners]) await stream.at(0);
    await transact({ em: app.database.em(), bell: memoryBell() }, here.id, async (tx) => {
      await tx.rows(sql`delete from staff where restaurant_id = ${here.id} and person_id = ${mona.id}`);
      await tx.tell([
        { kind: 'order.accepted', subject: order.id },
        { kind: 'staff.removed', subject: mona.id },
        { kind: 'order.preparing', subject: order.id },
      ]);
    });
    await placedOrder(anna, here);
    await until(owners, 2);
    continues(owners);
    expect((await monas.refused()).code).toBe('NOT_FOUND');
    for (const one of [mona, here.owner]) await one.hangUp();
  });

  test('misses nothing of what happens before and after a change of rights', async () => {
    const order = await placedOrder(anna, here);
    const monas = following(mona);
    const owners = following(here.owner);
    for (const stream of [monas, owners]) await stream.at(0);
    // In one transaction, so that they are read at once.
    await transact({ em: app.database.em(), bell: memoryBell() }, here.id, async (tx) => {
      await tx.rows(
        sql`update staff set role = 'OWNER' where restaurant_id = ${here.id} and person_id = ${mona.id}`,
      );
      await tx.tell([
        { kind: 'order.accepted', subject: order.id },
        { kind: 'staff.role-changed', subject: mona.id },
        { kind: 'order.preparing', subject: order.id },
        { kind: 'menu.changed', subject: here.coke.id },
        { kind: 'order.ready', subject: order.id },
      ]);
    });
    await placedOrder(anna, here);
    for (const stream of [monas, owners]) {
      await until(stream, 2);
      continues(stream);
    }
    for (const one of [mona, here.owner]) await one.hangUp();
  });
});
