import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  ArchiveMenuEntryDocument,
  MenuDocument,
  RestaurantDetailsDocument,
  RestaurantParsingModeDocument,
  SetAcceptingOrdersDocument,
  UpdateRestaurantDocument,
  type UpdateRestaurantInput,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, type Refused } from '../support/as.ts';
import { guest, type Place, person, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
});

afterAll(() => app.close());

const details = async ({ owner, slug }: Place = here) =>
  (await owner.ask(RestaurantDetailsDocument, { slug })).restaurant;

const change = (input: UpdateRestaurantInput, expectedVersion = 1) => ({
  restaurantId: here.id,
  input,
  expectedVersion,
});

const update = async (input: UpdateRestaurantInput, expectedVersion = 1) =>
  (await here.owner.ask(UpdateRestaurantDocument, change(input, expectedVersion))).updateRestaurant;

const refusal = (input: UpdateRestaurantInput): Promise<Refused> =>
  update(input).then(
    () => Promise.reject(new Error('It was not refused.')),
    (refused: Refused) => refused,
  );

const fieldsOf = ({ extensions }: Refused) =>
  (extensions['problem'] as { fields: { path: string }[] }).fields.map(({ path }) => path);

const events = () =>
  rows<{ kind: string; data: object }>(
    app.database.em(),
    sql`select kind, data from event where stream = ${here.id} order by number`,
  );

test('a new restaurant says of itself what is true until somebody says otherwise', async () => {
  expect(await details()).toMatchObject({
    version: 1,
    taxPerMillion: 0,
    pricesIncludeTax: true,
    autoAccept: false,
    openingHours: null,
    opening: { open: true, until: null },
    pause: null,
  });
});

test('what is given changes, what is left out stays, and the version goes up', async () => {
  const first = await update({ title: 'Casa Nova', taxPerMillion: 88_750, pricesIncludeTax: false });
  expect(first).toMatchObject({
    title: 'Casa Nova',
    taxPerMillion: 88_750,
    pricesIncludeTax: false,
    timeZone: 'Europe/Madrid',
    version: 2,
  });
  const second = await update({ timeZone: 'Asia/Tokyo', locale: 'ja-JP', autoAccept: true, title: null }, 2);
  expect(second).toMatchObject({ title: 'Casa Nova', timeZone: 'Asia/Tokyo', autoAccept: true, version: 3 });
  // Which strangers are not told.
  const { parsingMode, ...told } = second;
  expect(parsingMode).toBe('IN_PROCESS');
  expect(await details()).toMatchObject(told);
});

test("who reads guests' words is said by those who run the restaurant and seen by whoever works there", async () => {
  const { slug, owner } = here;
  const seenBy = async (who: As) =>
    (await who.ask(RestaurantParsingModeDocument, { slug })).restaurant.parsingMode;
  const courier = await staff(app, here.id, 'COURIER');
  const manager = await staff(app, here.id, 'MANAGER');
  expect([await seenBy(owner), await seenBy(courier)]).toEqual(['IN_PROCESS', 'IN_PROCESS']);
  await manager.ask(UpdateRestaurantDocument, change({ parsingMode: 'BOTH' }));
  expect([await seenBy(owner), await seenBy(courier)]).toEqual(['BOTH', 'BOTH']);
  expect((await update({ title: 'Elsewhere', parsingMode: null }, 2)).parsingMode).toBe('BOTH');
  expect(await courier.codeOf(UpdateRestaurantDocument, change({ parsingMode: 'MODEL' }, 3))).toBe(
    'FORBIDDEN',
  );
  expect(await owner.codeOf(UpdateRestaurantDocument, change({ parsingMode: 'MODEL' }, 2))).toBe('CONFLICT');
  expect((await events()).map(({ data }) => data)).toContainEqual({ fields: ['parsingMode'] });
  expect(await seenBy(owner)).toBe('BOTH');
});

test('the event of it names the fields and holds none of the texts', async () => {
  await update({ title: 'A secret title', locale: 'ca-ES' });
  const last = (await events()).at(-1);
  expect(last).toEqual({ kind: 'restaurant.updated', data: { fields: ['title', 'locale'] } });
});

test('a stale version is refused with the current one, and changes nothing', async () => {
  await update({ title: 'First' });
  const refused = await refusal({ title: 'Second' });
  expect([refused.code, refused.extensions['problem']]).toEqual([
    'CONFLICT',
    expect.objectContaining({ currentVersion: 2 }),
  ]);
  expect((await details()).title).toBe('First');
});

test('of two changes at once with one version one wins', async () => {
  const codes = await Promise.all(
    ['One', 'Two'].map((title) => here.owner.codeOf(UpdateRestaurantDocument, change({ title }))),
  );
  expect(codes.sort()).toEqual(['CONFLICT', 'OK']);
  expect((await details()).version).toBe(2);
});

test('the switch does not make a form stale that was open meanwhile', async () => {
  const input = { restaurantId: here.id, accepting: false };
  await here.owner.ask(SetAcceptingOrdersDocument, { input });
  expect((await update({ title: 'Still mine' })).version).toBe(2);
});

test('it is for managers and owners of this restaurant', async () => {
  const title = 'Not mine';
  for (const role of ['KITCHEN', 'FLOOR', 'COURIER'] as const) {
    const member = await staff(app, here.id, role);
    expect(await member.codeOf(UpdateRestaurantDocument, change({ title }))).toBe('FORBIDDEN');
  }
  const elsewhere = await place(app);
  for (const viewer of [elsewhere.owner, await person(app), await guest(app, here), new As(app.url)]) {
    expect(await viewer.codeOf(UpdateRestaurantDocument, change({ title }))).toBe('NOT_FOUND');
  }
  const manager = await staff(app, here.id, 'MANAGER');
  expect(await manager.codeOf(UpdateRestaurantDocument, change({ title: 'Ours' }))).toBe('OK');
  expect((await details(elsewhere)).title).toBe('A place');
});

test.each<[string, UpdateRestaurantInput, string]>([
  ['a tax below nothing', { taxPerMillion: -1 }, 'taxPerMillion'],
  ['a tax above everything', { taxPerMillion: 1_000_001 }, 'taxPerMillion'],
  ['a title of 101 characters', { title: 'x'.repeat(101) }, 'title'],
  ['an empty title', { title: '' }, 'title'],
  ['a slug of 61 characters', { slug: 'x'.repeat(61) }, 'slug'],
  ['a slug in capitals', { slug: 'CASA' }, 'slug'],
  ['a time zone that nobody lives in', { timeZone: 'Europe/Atlantis' }, 'timeZone'],
  ['a currency that nobody pays with', { currency: 'QQQ' }, 'currency'],
  ['a locale that is none', { locale: 'not a locale' }, 'locale'],
])('%s is refused, and its field named', async (_, input, field) => {
  const refused = await refusal(input);
  expect([refused.code, fieldsOf(refused)]).toEqual(['BAD_USER_INPUT', expect.arrayContaining([field])]);
  expect((await details()).version).toBe(1);
});

test('a tax that is no whole number is refused', async () => {
  expect((await refusal({ taxPerMillion: 8.875 })).code).toBe('BAD_USER_INPUT');
  expect((await refusal({ taxPerMillion: 1e300 })).code).toBe('BAD_USER_INPUT');
});

describe('the public menu', () => {
  const menu = async () => (await new As(app.url).ask(MenuDocument, { slug: here.slug })).menu;
  /** The follower hears of it a moment later. */
  const menuAfter = async (version: number) => {
    for (;;) {
      const seen = await menu();
      if (seen.version > version) return seen;
    }
  };

  test('shows a new title as a new version', async () => {
    const { version } = await menu();
    await update({ title: 'Casa Nova' });
    expect(await menuAfter(version)).toMatchObject({ title: 'Casa Nova', version: version + 1 });
  });

  test('keeps its version when what changes is not on it', async () => {
    const { version } = await menu();
    await update({ taxPerMillion: 100_000 });
    expect(await menu()).toMatchObject({ version });
  });
});

describe('the currency', () => {
  test('stays once there is a dish, and the refusal says why', async () => {
    const refused = await refusal({ currency: 'JPY' });
    expect([refused.code, fieldsOf(refused)]).toEqual(['BAD_USER_INPUT', ['currency']]);
    expect(refused.message).toContain('prices or orders in EUR');
    expect((await update({ currency: 'EUR', title: 'The same' })).currency).toBe('EUR');
  });

  test('may change before there is a price, and again when nothing with one is left', async () => {
    const { owner, categoryId } = here;
    const archive = (noun: 'CATEGORY' | 'MODIFIER', id: string) =>
      owner.ask(ArchiveMenuEntryDocument, { noun, id });
    await archive('CATEGORY', categoryId);
    expect((await refusal({ currency: 'JPY' })).code).toBe('BAD_USER_INPUT');
    await archive('MODIFIER', here.pizza.cheeseId);
    expect((await update({ currency: 'JPY' })).currency).toBe('JPY');
  });

  test('stays once there is an order', async () => {
    await placedOrder(await guest(app, here), here);
    await here.owner.ask(ArchiveMenuEntryDocument, { noun: 'CATEGORY', id: here.categoryId });
    await here.owner.ask(ArchiveMenuEntryDocument, { noun: 'MODIFIER', id: here.pizza.cheeseId });
    expect((await refusal({ currency: 'JPY' })).code).toBe('BAD_USER_INPUT');
  });
});

describe('the time zone', () => {
  /** Nowhere is it later than in the one, nor earlier than in the other: a day apart, at any hour. */
  const [east, west] = ['Etc/GMT-14', 'Etc/GMT+12'];

  test('does not go back to a day whose orders are numbered: their numbers would come twice', async () => {
    await update({ timeZone: east });
    const anna = await guest(app, here);
    expect((await placedOrder(anna, here)).number).toBe(1);
    const refused = await here.owner.codeOf(UpdateRestaurantDocument, change({ timeZone: west }, 2));
    expect(refused).toBe('BAD_USER_INPUT');
    expect((await placedOrder(anna, here)).number).toBe(2);
  });

  test('goes back while nothing is numbered, and forward at any time', async () => {
    await update({ timeZone: east });
    await update({ timeZone: west }, 2);
    const anna = await guest(app, here);
    expect((await placedOrder(anna, here)).number).toBe(1);
    await update({ timeZone: east }, 3);
    expect((await placedOrder(anna, here)).number).toBe(1);
  });
});

test('where orders are accepted at once nobody has to look', async () => {
  await update({ autoAccept: true });
  const order = await placedOrder(await guest(app, here), here);
  expect(order.status).toBe('ACCEPTED');
  expect((await events()).slice(-2).map(({ kind }) => kind)).toEqual(['order.placed', 'order.accepted']);
});
