import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { memoryBell } from '../../src/events/memory-bell.ts';
import { type Fact, transact } from '../../src/events/transact.ts';
import { Chance } from '../events/chance.ts';
import { Screen } from '../events/screen.ts';
import { Wire } from '../events/wire.ts';
import { emptyFolder, Spawned } from '../process/spawned.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, type Person, type Place, place, staff } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { type PlacedOrder, placedOrder } from '../support/order.ts';
import { databaseUrl } from '../support/services.ts';
import { type FlakyLink, flakyLink } from './flaky-link.ts';
import { asked, productionOn } from './production.ts';

let shared: TestDatabase;
let link: FlakyLink;
let holder: pg.Client;
/** Where orders are placed. */
let one: TestApp;
/** Where the screens are: between it and PostgreSQL lies the link. A process of its own, as its errors are those of production. */
let other: Spawned;
let url: string;
let here: Place;
let anna: As;
let kim: Person;

beforeAll(async () => {
  shared = await makeDatabase();
  const direct = databaseUrl(shared.name);
  link = await flakyLink(direct);
  one = await startApp({ on: shared, config: { pollMs: 600_000 } });
  const env = { ...productionOn({ name: shared.name, url: link.url }), POLL_MS: '200' };
  other = new Spawned('main.js', emptyFolder(), env);
  url = await other.url();
  holder = new pg.Client(direct);
  await holder.connect();
});

afterAll(async () => {
  await holder.end();
  await other.end();
  await one.close();
  await link.cut();
  await shared.drop();
});

beforeEach(async () => {
  here = await place(one);
  anna = await guest(one, here);
  kim = await staff(one, here.id, 'KITCHEN');
});

afterEach(() => {
  expect(other.output).not.toContain('A request failed');
});

function screenOf(who: Person): Screen {
  return new Screen(new As(url, who.credentials), here.id);
}

async function shown(who: Person): Promise<Screen> {
  const screen = screenOf(who);
  await screen.switchOn();
  await screen.until(() => screen.board.number !== null);
  return screen;
}

async function toldAll(screen: Screen, numbers: readonly number[]): Promise<void> {
  await screen.until(() => screen.told.length >= numbers.length);
  expect(screen.wrong).toEqual([]);
  expect(screen.told).toEqual(numbers);
}

function write(facts: readonly Fact[]): Promise<unknown> {
  return transact({ em: one.database.em(), bell: memoryBell() }, here.id, (tx) => tx.tell(facts));
}

const touched = ({ id }: PlacedOrder): Fact => ({ kind: 'order.touched', subject: id });

/** PostgreSQL goes away while somebody reads this table by a statement like that, and comes back after the work. */
async function outage(
  table: string,
  reading: string,
  begin: () => Promise<unknown>,
  during: () => Promise<unknown>,
): Promise<void> {
  await holder.query(`begin; lock table ${table} in access exclusive mode`);
  await begin();
  const waiting = `select 1 from pg_stat_activity
    where datname = '${shared.name}' and wait_event_type = 'Lock' and query like '%${reading}%'`;
  while ((await asked(databaseUrl(shared.name), waiting)).length === 0);
  await link.cut();
  await holder.query('rollback');
  await during();
  await link.mend();
}

describe('PostgreSQL goes and comes back, and a screen hears everything once and in order, in the stream that it has', () => {
  test('when it went in the middle of a live event, whatever role watches', async () => {
    const crew = [kim, await staff(one, here.id, 'KITCHEN'), await staff(one, here.id, 'FLOOR')];
    const screens = await Promise.all(crew.map(shown));
    const orders = [await placedOrder(anna, here), await placedOrder(anna, here)];
    for (const screen of screens) await toldAll(screen, [1, 2]);
    await outage(
      'order_line',
      'from order_line',
      () => write(orders.map(touched)),
      () => placedOrder(anna, here),
    );
    await placedOrder(anna, here);
    for (const screen of screens) {
      await toldAll(screen, [1, 2, 1, 2, 3, 4]);
      expect(screen.verdicts).toEqual(['SNAPSHOT']);
      await screen.switchOff();
    }
  });

  test('when it went while the screen caught up', async () => {
    const screen = await shown(kim);
    await screen.cutAfter(1);
    const orders = [await placedOrder(anna, here), await placedOrder(anna, here)];
    await write(orders.map(touched));
    await outage(
      'order_line',
      'from order_line',
      () => screen.switchOn(),
      () => placedOrder(anna, here),
    );
    await toldAll(screen, [1, 2, 1, 2, 3]);
    expect(screen.verdicts).toEqual(['SNAPSHOT', 'RESUMED']);
    await screen.switchOff();
  });

  test('when it went while the rights of the screen were looked up anew', async () => {
    const screen = await shown(kim);
    await outage(
      'staff',
      'join staff',
      () => write([{ kind: 'staff.changed', subject: kim.id }]),
      () => placedOrder(anna, here),
    );
    await toldAll(screen, [1]);
    await screen.switchOff();
  });

  test('when it went before the first message', async () => {
    await placedOrder(anna, here);
    // With this one open, what ends kim's session is listened to already: the next connection need not wait for it.
    const wire = await Wire.open(new As(url, kim.credentials));
    for (const [table, reading] of [
      ['event_stream', 'select last_number from event_stream'],
      ['event', 'select min(number) from event'],
      ['order_line', 'order_line'],
    ] as const) {
      const screen = screenOf(kim);
      await outage(
        table,
        reading,
        () => screen.switchOn(),
        async () => {},
      );
      await toldAll(screen, [1]);
      expect(screen.verdicts).toEqual(['SNAPSHOT']);
      await screen.switchOff();
    }
    await wire.hangUp();
  });

  test('but whoever may not watch any more when it is back is refused', async () => {
    const screen = await shown(kim);
    await outage(
      'staff',
      'join staff',
      () => write([{ kind: 'staff.changed', subject: kim.id }]),
      () => holder.query(`delete from staff where person_id = '${kim.id}'`),
    );
    await screen.until(() => false);
    expect(screen.wrong).toEqual([expect.stringContaining('"NOT_FOUND"')]);
    await screen.switchOff();
  });

  test('and a connection that comes meanwhile is told to come back later', async () => {
    await link.cut();
    const wire = await Wire.connected({ url });
    wire.send({ type: 'connection_init', payload: new As(url, kim.credentials).socketParams() });
    expect(await wire.closed).toEqual({ code: 1013, reason: 'Not possible at the moment' });
    await link.mend();
  });

  const chance = new Chance();
  test(`when it went again and again, at any moment (SEED=${chance.seed})`, async () => {
    const screens = [await shown(kim), await shown(await staff(one, here.id, 'FLOOR'))];
    const orders = 200;
    let left = orders;
    const order = async (): Promise<void> => {
      const bob = await guest(one, here);
      while (left-- > 0) await placedOrder(bob, here);
    };
    const cuts = async (): Promise<void> => {
      while (left > 0) {
        const heard = screens[0]!.told.length + chance.below(6);
        await screens[0]!.until(() => screens[0]!.told.length >= heard || left <= 0);
        await link.cut();
        const ordered = left - chance.below(6);
        while (left > Math.max(ordered, 0)) await new Promise(setImmediate);
        await link.mend();
      }
    };
    await Promise.all([order(), order(), cuts()]);
    for (const screen of screens) {
      await toldAll(
        screen,
        Array.from({ length: orders }, (_, index) => index + 1),
      );
      expect(screen.verdicts).toEqual(['SNAPSHOT']);
      await screen.switchOff();
    }
  });
});
