import { expect, test } from '@jest/globals';
import { openingAt } from '../../src/restaurants/opening-at.ts';
import { type OpeningHours, weekdays } from '../../src/restaurants/opening-hours.ts';

const zone = 'Europe/Madrid';

/** `12:00-16:00 20:00-02:00` on every day, and what is special about some dates. */
function hours(usual: string, special: Record<string, string> = {}): OpeningHours {
  const spans = (text: string) =>
    text
      .split(' ')
      .filter(Boolean)
      .map((one) => ({ from: one.slice(0, 5), to: one.slice(6) }));
  return {
    weekly: weekdays.map((day) => ({ day, spans: spans(usual) })),
    exceptions: Object.entries(special).map(([date, text]) => ({ date, spans: spans(text) })),
  };
}

/** `open until 2026-06-10 16:00` by the clock on the wall there. */
function said(of: OpeningHours, at: string, timeZone = zone): string {
  const moment = at.endsWith('Z')
    ? Temporal.Instant.from(at)
    : Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone).toInstant();
  const { open, until } = openingAt(of, timeZone, moment);
  const when = until
    ?.toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', smallestUnit: 'minute' });
  return `${open ? 'open' : 'closed'} until ${when ?? 'for good'}`;
}

test.each([
  ['2026-06-10T11:59', 'closed until 2026-06-10T12:00+02:00'],
  ['2026-06-10T12:00', 'open until 2026-06-10T16:00+02:00'],
  ['2026-06-10T15:59', 'open until 2026-06-10T16:00+02:00'],
  ['2026-06-10T16:00', 'closed until 2026-06-10T20:00+02:00'],
  ['2026-06-10T23:00', 'open until 2026-06-11T02:00+02:00'],
  ['2026-06-11T01:59', 'open until 2026-06-11T02:00+02:00'],
  ['2026-06-11T02:00', 'closed until 2026-06-11T12:00+02:00'],
])('lunch and a dinner past midnight: at %s it is %s', (at, says) => {
  expect(said(hours('20:00-02:00 12:00-16:00'), at)).toBe(says);
});

test('the hours are those of its own time zone', () => {
  const dinner = hours('20:00-23:00');
  expect(said(dinner, '2026-06-10T19:00Z')).toBe('open until 2026-06-10T23:00+02:00');
  expect(said(dinner, '2026-06-10T19:00Z', 'Asia/Tokyo')).toBe('closed until 2026-06-11T20:00+09:00');
});

test('an exception takes the place of what begins on its date, not of the night before', () => {
  const closedAtChristmas = hours('20:00-02:00', { '2026-12-25': '' });
  expect(said(closedAtChristmas, '2026-12-25T01:00')).toBe('open until 2026-12-25T02:00+01:00');
  expect(said(closedAtChristmas, '2026-12-25T21:00')).toBe('closed until 2026-12-26T20:00+01:00');
  const lateAtNewYear = hours('20:00-23:00', { '2026-12-31': '21:00-05:00' });
  expect(said(lateAtNewYear, '2026-12-31T20:30')).toBe('closed until 2026-12-31T21:00+01:00');
  expect(said(lateAtNewYear, '2027-01-01T04:00')).toBe('open until 2027-01-01T05:00+01:00');
});

test('the end of a long holiday is found', () => {
  const closed = Array.from({ length: 60 }, (_, day) => [
    Temporal.PlainDate.from('2026-07-01').add({ days: day }).toString(),
    '',
  ]);
  expect(said(hours('12:00-16:00', Object.fromEntries(closed)), '2026-07-01T12:30')).toBe(
    'closed until 2026-08-30T12:00+02:00',
  );
});

test('a place that is open around the clock closes when an exception says so, else never', () => {
  expect(said(hours('00:00-00:00'), '2026-06-10T12:00')).toBe('open until for good');
  expect(said(hours('06:00-06:00'), '2026-06-10T05:00')).toBe('open until for good');
  expect(said(hours('00:00-12:00 12:00-00:00', { '2026-09-01': '' }), '2026-06-10T12:00')).toBe(
    'open until 2026-09-01T00:00+02:00',
  );
  expect(said(hours(''), '2026-06-10T12:00')).toBe('closed until for good');
});

test('exceptions of years to come are not waited for', () => {
  expect(said(hours('', { '2999-01-01': '12:00-13:00' }), '2026-06-10T12:00')).toBe('closed until for good');
});

test('in the night that loses an hour it opens when the clock has gone past, and a night is an hour shorter', () => {
  // 2026-03-29: 02:00 is 03:00.
  expect(said(hours('02:30-05:00'), '2026-03-29T01:59')).toBe('closed until 2026-03-29T03:30+02:00');
  expect(said(hours('22:00-06:00'), '2026-03-28T23:00')).toBe('open until 2026-03-29T06:00+02:00');
  expect(openHours(hours('22:00-06:00'), '2026-03-28T22:00')).toBe(7);
  // Nothing is left of a span that the clock jumps over.
  expect(said(hours('02:30-03:30'), '2026-03-29T01:00')).toBe('closed until 2026-03-30T02:30+02:00');
});

test('in the night that has an hour twice it goes by the first, and a night is an hour longer', () => {
  // 2026-10-25: 03:00 is 02:00 again.
  expect(said(hours('20:00-02:30'), '2026-10-24T23:00')).toBe('open until 2026-10-25T02:30+02:00');
  expect(said(hours('20:00-02:30'), '2026-10-25T00:45Z')).toBe('closed until 2026-10-25T20:00+01:00');
  expect(openHours(hours('22:00-06:00'), '2026-10-24T22:00')).toBe(9);
});

/** How long it is open from its opening on. */
function openHours(of: OpeningHours, opens: string): number {
  const at = Temporal.PlainDateTime.from(opens).toZonedDateTime(zone).toInstant();
  return openingAt(of, zone, at).until!.since(at).total('hours');
}
