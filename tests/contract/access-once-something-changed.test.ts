import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SuspendPersonDocument, SuspendRestaurantDocument } from '../../schema/operations.ts';
import { rows as query } from '../../src/database/rows.ts';
import { type Sql, sql } from '../../src/database/sql.ts';
import type { ErrorCode } from '../../src/errors.ts';
import type { As } from '../support/as.ts';
import { admin, guest, type Person, person } from '../support/build.ts';
import { cases } from './access-cases.ts';
import { type Code, type Door, overHttp, overSocket } from './access-doors.ts';
import { answerOf, columns, type Row, rows } from './access-rows.ts';
import { buildWorld, type World } from './access-world.ts';

/** Everything they ask for was there before: whoever lost a right by then must not have it, whatever the table says of others like them. */
let world: World;
let ada: Person;
/** An owner of everything each; of what happens to whom see below. */
let suspended: Person;
let barred: Person;
let shut: Person;
/** A guest whose visit has ended since. */
let gone: As;

type Targets = Readonly<Record<string, Record<string, unknown>>>;

/** What a line asks for, once for all who are refused; what is each one's own, and what is theirs to do, once for each door. */
let shared: Targets;
const own = new Map<As, readonly [Targets, Targets]>();

beforeAll(async () => {
  world = await buildWorld();
  const { app, here } = world;
  ada = await admin(app);
  [suspended, barred, shut] = [await person(app), await person(app), await person(app)];
  gone = await guest(app, here);
  shared = await targets(rows, gone);
  const each = rows.filter(isForEach);
  for (const viewer of [suspended, shut])
    own.set(viewer, [await targets(each, viewer), await targets(each, viewer)]);
  for (const { id } of [suspended, barred, shut]) await ownsEverything(id);
}, 120_000);

afterAll(() => world.close());

const lines = rows.map((row) => [row.label, row] as const);

describe('a person who is suspended has no door, not even to what is for everybody', () => {
  beforeAll(() => ada.ask(SuspendPersonDocument, { personId: suspended.id }));

  test.each(lines)('%s', (_, row) => answers(row, suspended, 'UNAUTHENTICATED'));
});

describe('an owner without the second factor that is wanted is a customer', () => {
  const required = (so: boolean) => execute(sql`update restaurant set second_factor_required = ${so}`);

  /** What is not there for customers, where the same field has things that are. */
  const hidden = ['Query.item: a hidden one'];

  beforeAll(() => required(true));
  afterAll(() => required(false));

  test.each(lines)('%s', async (label, row) => {
    const staffs = isForStaff(row) && !hidden.includes(label);
    if (staffs && !label.includes(': own')) return answers(row, barred, 'SECOND_FACTOR_REQUIRED');
    for (const door of doorsOf(row)) {
      await required(false);
      own.set(barred, [await targets([row], barred), {}]);
      await required(true);
      await answers(row, barred, staffs ? 'SECOND_FACTOR_REQUIRED' : answerTo(row, 'customer'), [door]);
    }
  });
});

describe('a guest whose visit has ended reads, and orders nothing more', () => {
  const ended = (at: Date | null) =>
    execute(sql`update visit set ended_at = ${at} where id = ${visitOf(gone)}`);

  test.each(lines)('%s', async (label, row) => {
    const before = answerTo(row, 'guest');
    // Guests move no lines, whatever becomes of their visit, and what is another guest's is not there for them.
    const never = before === 'FORBIDDEN' || row.field === 'moveLines' || label.endsWith(", a guest's order");
    const orders = row.operation === 'Mutation' && !never;
    const cart = before === 'OK' && /cart/i.test(row.field);
    const wanted = (orders && label.includes(': own')) || cart ? 'VISIT_ENDED' : before;
    for (const door of doorsOf(row)) {
      await ended(null);
      own.set(gone, [isForEach(row) ? await targets([row], gone) : {}, {}]);
      await ended(new Date());
      await answers(row, gone, wanted, [door]);
    }
  });
});

describe('a restaurant that is suspended is not there, for its owner either', () => {
  beforeAll(async () => {
    await ada.ask(SuspendRestaurantDocument, { restaurantId: world.here.id });
    await execute(sql`update restaurant set suspended_at = now()`);
  });

  test.each(lines)('%s', (label, row) => {
    const asked = JSON.stringify(own.get(shut)![0][label] ?? {});
    const ofTheRestaurant = everythingIn(world.here).some((one) => asked.includes(one));
    // Orders stay with whoever has placed them; carts are of no use any more.
    // A code to join with says nothing of a restaurant.
    const cart =
      /cart|placeOrder|addToOrder|orderAgain|acceptPrices/i.test(row.field) && row.field !== 'joinCart';
    const before = answerTo(row, 'customer');
    const hidden = (before === 'OK' && ofTheRestaurant) || (['OK', 'FORBIDDEN'].includes(before) && cart);
    return answers(row, shut, hidden ? 'NOT_FOUND' : before);
  });
});

/** The slug and every id. */
function everythingIn(here: object): string[] {
  const values = Object.values(here).flatMap((one) => (typeof one === 'object' ? Object.values(one) : one));
  return values.filter((one): one is string => typeof one === 'string');
}

/** Over both doors, and then nothing has happened by those who are refused. */
async function answers(row: Row, viewer: As, wanted: Code, doors = doorsOf(row)): Promise<void> {
  const given = [];
  for (const [index, door] of doors.entries()) {
    await world.signEverybodyInAgain();
    const asked = own.get(viewer)?.[index as 0 | 1][row.label] ?? shared[row.label]!;
    const before = await happened();
    given.push(await orClosed(door)(viewer, cases[row.label]!.document, asked));
    if (wanted !== 'OK') expect(await happened()).toBe(before);
    await viewer.hangUp();
  }
  expect(given).toEqual(doors.map(() => wanted));
}

function doorsOf({ operation }: Row): Door[] {
  return operation === 'Subscription' ? [overSocket] : [overHttp, overSocket];
}

/** Who is not let in at all hears so from the socket's close. */
function orClosed(door: Door): Door {
  return async (...asking) => {
    try {
      return await door(...asking);
    } catch (error) {
      if ((error as { code?: number }).code === 4401) return 'UNAUTHENTICATED';
      throw error;
    }
  };
}

function answerTo({ answers }: Row, column: string): Code {
  const answer = answers[columns.indexOf(column)]!;
  return (Object.keys(answerOf) as (ErrorCode | 'OK')[]).find(
    (code) => (answerOf as Record<string, string>)[code] === answer,
  )!;
}

/** Somebody else than outsiders is told more than that there is nothing. */
function isForStaff(row: Row): boolean {
  return answerTo(row, 'customer') === 'NOT_FOUND' && row.answers.some((answer) => answer !== 'NF');
}

/** What is each one's own, or theirs to do. */
function isForEach({ label, answers }: Row): boolean {
  return label.includes(': own') || answers.at(-1) === 'OK';
}

async function targets(of: readonly Row[], mine: As): Promise<Targets> {
  const made: Record<string, Record<string, unknown>> = {};
  for (const { label } of of) made[label] = await cases[label]!.variables({ world, mine });
  return made;
}

function ownsEverything(personId: string): Promise<unknown> {
  return execute(sql`
    insert into staff (id, restaurant_id, person_id, role, created_at)
    select gen_random_uuid(), r.id, ${personId}, 'OWNER', now() from restaurant r
    where not exists (select 1 from staff s where s.restaurant_id = r.id and s.person_id = ${personId})`);
}

function visitOf({ credentials }: As): string {
  const [, claims] = credentials.visitToken!.split('.');
  return (JSON.parse(Buffer.from(claims!, 'base64url').toString()) as { sub: string }).sub;
}

async function happened(): Promise<number> {
  const [row] = await execute<{ count: number }>(sql`select count(*)::int as count from event`);
  return row!.count;
}

function execute<R>(statement: Sql): Promise<R[]> {
  return query<R>(world.app.database.em(), statement);
}
