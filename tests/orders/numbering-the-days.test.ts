import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  PlaceOrderDocument,
  RestaurantDetailsDocument,
  UpdateRestaurantDocument,
  type UpdateRestaurantInput,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { guest, key, type Place, place } from '../support/build.ts';
import { filledCart, placedOrder } from '../support/order.ts';

let app: TestApp;
let now = new Date();

beforeAll(async () => {
  app = await startApp({ clock: () => now });
});

afterAll(() => app.close());

async function placeWith(input: UpdateRestaurantInput): Promise<Place> {
  const here = await place(app);
  const { restaurant } = await here.owner.ask(RestaurantDetailsDocument, { slug: here.slug });
  const { id: restaurantId, version: expectedVersion } = restaurant;
  await here.owner.ask(UpdateRestaurantDocument, { restaurantId, input, expectedVersion });
  return here;
}

/** `10-27 2`: the day that an order of this moment belongs to, and its number there. */
async function ordered(here: Place, at: string): Promise<string> {
  now = new Date(`2030-${at}Z`);
  const { id, number } = await placedOrder(await guest(app, here), here);
  const [order] = await rows<{ day: string }>(
    app.database.em(),
    sql`select business_day as day from orders where id = ${id}`,
  );
  return `${order!.day.slice(5)} ${number}`;
}

describe.each<[zone: string, night: string, dayStartsAt: string, moments: [at: string, day: string][]]>([
  [
    'Europe/Berlin',
    'when the clock goes on',
    '00:00',
    [
      ['03-30T22:59:59', '03-30 1'],
      ['03-30T23:00:00', '03-31 1'],
      ['03-31T21:59:59', '03-31 2'],
      ['03-31T22:00:00', '04-01 1'],
    ],
  ],
  [
    'Europe/Berlin',
    'when the clock goes on',
    '02:30',
    [
      ['03-31T01:29:59', '03-30 1'],
      ['03-31T01:30:00', '03-31 1'],
      ['04-01T00:29:59', '03-31 2'],
      ['04-01T00:30:00', '04-01 1'],
    ],
  ],
  [
    'Europe/Berlin',
    'when the clock goes back',
    '02:30',
    [
      ['10-27T00:29:59', '10-26 1'],
      ['10-27T00:30:00', '10-27 1'],
      // 02:15 for the second time: the day goes on.
      ['10-27T01:15:00', '10-27 2'],
      ['10-28T01:29:59', '10-27 3'],
      ['10-28T01:30:00', '10-28 1'],
    ],
  ],
  [
    'Europe/Berlin',
    'when the clock goes back',
    '04:00',
    [
      ['10-27T02:59:59', '10-26 1'],
      ['10-27T03:00:00', '10-27 1'],
    ],
  ],
  [
    'America/New_York',
    'when the clock goes on',
    '04:00',
    [
      ['03-10T07:59:59', '03-09 1'],
      ['03-10T08:00:00', '03-10 1'],
    ],
  ],
  [
    'America/New_York',
    'when the clock goes on',
    '02:00',
    [
      ['03-10T06:59:59', '03-09 1'],
      ['03-10T07:00:00', '03-10 1'],
    ],
  ],
  [
    'America/New_York',
    'when the clock goes back',
    '01:30',
    [
      ['11-03T05:29:59', '11-02 1'],
      ['11-03T05:30:00', '11-03 1'],
      ['11-03T06:15:00', '11-03 2'],
      ['11-04T06:29:59', '11-03 3'],
      ['11-04T06:30:00', '11-04 1'],
    ],
  ],
  [
    'America/New_York',
    'when the clock goes back',
    '00:00',
    [
      ['11-03T03:59:59', '11-02 1'],
      ['11-03T04:00:00', '11-03 1'],
      ['11-04T04:59:59', '11-03 2'],
      ['11-04T05:00:00', '11-04 1'],
    ],
  ],
])('in %s, %s', (timeZone, _, dayStartsAt, moments) => {
  test(`a day that begins at ${dayStartsAt} has each number once`, async () => {
    const here = await placeWith({ timeZone, dayStartsAt });
    const seen: string[] = [];
    for (const [at] of moments) seen.push(await ordered(here, at));
    expect(seen).toEqual(moments.map(([, day]) => day));
  });
});

test.each([
  ['Europe/Berlin', 'SATURDAY', '22:00', '02:30', '2030-03-31T01:30:00Z'],
  ['Europe/Berlin', 'SATURDAY', '22:00', '02:30', '2030-10-27T00:30:00Z'],
  ['America/New_York', 'SATURDAY', '22:00', '02:30', '2030-03-10T07:30:00Z'],
  ['America/New_York', 'SATURDAY', '22:00', '01:30', '2030-11-03T05:30:00Z'],
] as const)('in %s a %s from %s to %s ends at %s', async (timeZone, day, from, to, end) => {
  const openingHours = { weekly: [{ day, spans: [{ from, to }] }] };
  const here = await placeWith({ timeZone, openingHours });
  const anna = await guest(app, here);
  const asking = async (at: number) => {
    now = new Date(at);
    const { id, version } = await filledCart(anna, here);
    return anna.codeOf(PlaceOrderDocument, { cartId: id, cartVersion: version, idempotencyKey: key() });
  };
  const closes = Date.parse(end);
  expect([await asking(closes - 1), await asking(closes)]).toEqual(['OK', 'RESTAURANT_CLOSED']);
});

test('a day that has begun goes on, also for a process whose clock is behind', async () => {
  const here = await placeWith({ timeZone: 'Europe/Berlin' });
  expect(await ordered(here, '06-01T21:59:59')).toBe('06-01 1');
  expect(await ordered(here, '06-01T22:00:00')).toBe('06-02 1');
  expect(await ordered(here, '06-01T21:59:59')).toBe('06-02 2');
});

test('a day begins later only where none comes twice', async () => {
  now = new Date('2030-06-02T00:00:00Z');
  const here = await placeWith({ timeZone: 'Europe/Berlin' });
  await placedOrder(await guest(app, here), here);
  const { restaurant } = await here.owner.ask(RestaurantDetailsDocument, { slug: here.slug });
  const edit = {
    restaurantId: here.id,
    input: { dayStartsAt: '04:00' },
    expectedVersion: restaurant.version,
  };
  expect(await here.owner.codeOf(UpdateRestaurantDocument, edit)).toBe('BAD_USER_INPUT');
  now = new Date('2030-06-02T02:00:00Z');
  expect(await here.owner.codeOf(UpdateRestaurantDocument, edit)).toBe('OK');
  for (const wrong of ['4:00', '12:01', '24:00'])
    expect(
      await here.owner.codeOf(UpdateRestaurantDocument, {
        ...edit,
        input: { dayStartsAt: wrong },
        expectedVersion: restaurant.version + 1,
      }),
    ).toBe('BAD_USER_INPUT');
});
