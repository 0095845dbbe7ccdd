import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type OpeningHoursInput,
  RestaurantDetailsDocument,
  UpdateRestaurantDocument,
  type UpdateRestaurantInput,
  type Weekday,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, type Refused } from '../support/as.ts';
import { type Place, place } from '../support/build.ts';

const week: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const zone = 'Europe/Madrid';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

beforeEach(() => say(null));

afterAll(() => app.close());

async function update(input: UpdateRestaurantInput) {
  const { version: expectedVersion } = await seen();
  const variables = { restaurantId: here.id, input, expectedVersion };
  return (await here.owner.ask(UpdateRestaurantDocument, variables)).updateRestaurant;
}

async function say(openingHours: OpeningHoursInput | null) {
  return (await update({ openingHours })).openingHours;
}

const seen = async () =>
  (await new As(app.url).ask(RestaurantDetailsDocument, { slug: here.slug })).restaurant;

const span = (from: string, to: string) => ({ from, to });
const everyDay = (...spans: { from: string; to: string }[]) => week.map((day) => ({ day, spans }));

test('everybody reads the hours as they were said', async () => {
  const hours = {
    weekly: [
      { day: 'FRIDAY', spans: [span('19:30', '01:00'), span('12:30', '16:00')] },
      { day: 'MONDAY', spans: [] },
    ],
    exceptions: [
      { date: '2030-12-25', spans: [] },
      { date: '2030-12-31', spans: [span('20:00', '04:00')] },
    ],
  } satisfies OpeningHoursInput;
  expect(await say(hours)).toEqual(hours);
  expect((await seen()).openingHours).toEqual(hours);
});

test('others take their place, and none at all mean open at all hours', async () => {
  await say({ weekly: everyDay(span('12:00', '23:00')), exceptions: [{ date: '2030-01-01', spans: [] }] });
  expect(await say({ weekly: [] })).toEqual({ weekly: [], exceptions: [] });
  expect((await seen()).opening).toEqual({ open: false, until: null });
  expect(await say(null)).toBeNull();
  expect((await seen()).opening).toEqual({ open: true, until: null });
});

test('what is left out of an edit leaves the hours', async () => {
  const said = await say({ weekly: everyDay(span('12:00', '23:00')) });
  expect((await update({ title: 'Other' })).openingHours).toEqual(said);
});

describe('at this moment', () => {
  test('a place that never closes is open for good', async () => {
    await say({ weekly: everyDay(span('00:00', '00:00')) });
    expect((await seen()).opening).toEqual({ open: true, until: null });
  });

  test('a day off closes it until the next day begins', async () => {
    const today = Temporal.Now.plainDateISO(zone);
    const yesterday = { date: today.subtract({ days: 1 }).toString(), spans: [] };
    await say({
      weekly: everyDay(span('00:00', '00:00')),
      exceptions: [yesterday, { date: today.toString(), spans: [] }],
    });
    const tomorrow = today.add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: '00:00' });
    expect((await seen()).opening).toEqual({ open: false, until: inUtc(tomorrow) });
  });

  test('a single day of it ends when that day does', async () => {
    const today = Temporal.Now.plainDateISO(zone);
    await say({ weekly: [], exceptions: [{ date: today.toString(), spans: [span('00:00', '00:00')] }] });
    const tomorrow = today.add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: '00:00' });
    expect((await seen()).opening).toEqual({ open: true, until: inUtc(tomorrow) });
  });

  const inUtc = (time: Temporal.ZonedDateTime) => new Date(time.epochMilliseconds).toISOString();
});

describe('what cannot be is refused, each fault at its path', () => {
  const noon = span('12:00', '13:00');
  const dates = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      date: Temporal.PlainDate.from('2030-01-01').add({ days: index }).toString(),
      spans: [],
    }));

  test.each<[string, OpeningHoursInput, string[]]>([
    [
      'an hour that no clock shows',
      { weekly: [{ day: 'MONDAY', spans: [span('24:00', '9:00')] }] },
      ['openingHours.weekly.0.spans.0.from', 'openingHours.weekly.0.spans.0.to'],
    ],
    [
      'a fifth span',
      { weekly: [{ day: 'MONDAY', spans: [noon, noon, noon, noon, noon] }] },
      ['openingHours.weekly.0.spans'],
    ],
    ['an eighth day', { weekly: [...everyDay(noon), { day: 'MONDAY', spans: [] }] }, ['openingHours.weekly']],
    [
      'a day said twice',
      {
        weekly: [
          { day: 'MONDAY', spans: [noon] },
          { day: 'MONDAY', spans: [] },
        ],
      },
      ['openingHours.weekly.1.day'],
    ],
    [
      'a date that is on no calendar',
      { weekly: [], exceptions: [{ date: '2030-02-30', spans: [] }] },
      ['openingHours.exceptions.0.date'],
    ],
    [
      'a date of another millennium',
      { weekly: [], exceptions: [{ date: '9999-02-03', spans: [] }] },
      ['openingHours.exceptions.0.date'],
    ],
    [
      'a date said twice',
      {
        weekly: [],
        exceptions: [
          { date: '2030-02-03', spans: [] },
          { date: '2030-02-03', spans: [noon] },
        ],
      },
      ['openingHours.exceptions.1.date'],
    ],
    ['367 exceptions', { weekly: [], exceptions: dates(367) }, ['openingHours.exceptions']],
    [
      'a span within another',
      { weekly: [{ day: 'MONDAY', spans: [span('12:00', '16:00'), span('15:59', '20:00')] }] },
      ['openingHours.weekly.0.spans.1'],
    ],
    [
      'a night that runs into the morning after',
      {
        weekly: [
          { day: 'TUESDAY', spans: [span('02:00', '05:00')] },
          { day: 'MONDAY', spans: [span('20:00', '03:00')] },
        ],
      },
      ['openingHours.weekly.0.spans.0'],
    ],
    [
      'the night of Sunday that runs into Monday',
      {
        weekly: [
          { day: 'SUNDAY', spans: [span('20:00', '03:00')] },
          { day: 'MONDAY', spans: [span('02:00', '05:00')] },
        ],
      },
      ['openingHours.weekly.1.spans.0'],
    ],
    [
      'a special night that runs into the usual morning',
      {
        weekly: everyDay(span('09:00', '17:00')),
        exceptions: [{ date: '2030-12-31', spans: [span('20:00', '10:00')] }],
      },
      ['openingHours.exceptions.0.spans.0'],
    ],
    [
      'a special morning within the usual night before',
      {
        weekly: everyDay(span('20:00', '03:00')),
        exceptions: [{ date: '2030-12-31', spans: [span('02:00', '04:00')] }],
      },
      ['openingHours.exceptions.0.spans.0'],
    ],
  ])('%s', async (_, hours, paths) => {
    const refused = await say(hours).then(
      () => Promise.reject(new Error('It was not refused.')),
      (error: Refused) => error,
    );
    const { fields } = refused.extensions['problem'] as { fields: { path: string }[] };
    expect([refused.code, fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', paths]);
    expect((await seen()).openingHours).toBeNull();
  });

  test('what only touches is fine: 4 spans, 366 exceptions, a whole day, a night up to the morning', async () => {
    const spans = [
      span('00:00', '06:00'),
      span('06:00', '12:00'),
      span('12:00', '18:00'),
      span('18:00', '00:00'),
    ];
    await say({ weekly: everyDay(...spans), exceptions: dates(366) });
    await say({ weekly: everyDay(span('20:00', '20:00')) });
    await say({ weekly: everyDay(span('05:00', '04:00')), exceptions: [{ date: '2030-12-31', spans: [] }] });
  });
});
