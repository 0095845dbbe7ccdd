import { Refusal } from '../errors.ts';
import { type OpeningHours, type OpeningSpan, weekdays } from './opening-hours.ts';
import { spansOn } from './spans-on.ts';

interface Fault {
  readonly path: string;
  readonly message: string;
}

/** A span in minutes of a stretch of days. */
interface Laid {
  /** Null: of a day that is not being judged. */
  readonly path: string | null;
  readonly begins: number;
  readonly ends: number;
}

const dayMinutes = 24 * 60;

/** A day is said once, and no span begins while another goes on, past midnight included. `weeklyPath`: where the week stands in the input. Throws BAD_USER_INPUT. */
export function assertNoOverlap(hours: OpeningHours, weeklyPath = 'openingHours.weekly'): void {
  const { weekly, exceptions } = hours;
  const faults = [
    ...saidTwice(weekly.map(({ day }, index) => [day, `${weeklyPath}.${index}.day`])),
    ...saidTwice(exceptions.map(({ date }, index) => [date, `openingHours.exceptions.${index}.date`])),
    ...clashes(weekTwice(hours, weeklyPath)),
    ...exceptions.flatMap(({ date }, index) =>
      clashes(aroundException(hours, date, `openingHours.exceptions.${index}`)),
    ),
  ];
  const detail = faults.map(({ path, message }) => `${path}: ${message}`).join('; ');
  if (faults.length > 0) throw new Refusal('BAD_USER_INPUT', detail.slice(0, 500), { fields: faults });
}

function saidTwice(said: readonly (readonly [what: string, path: string])[]): Fault[] {
  const seen = new Set<string>();
  return said.flatMap(([what, path]) => {
    if (seen.has(what)) return [{ path, message: `${what} is there twice` }];
    seen.add(what);
    return [];
  });
}

/** Twice, so that the night of Sunday meets Monday. */
function weekTwice({ weekly }: OpeningHours, path: string): Laid[] {
  return weekly.flatMap(({ day, spans }, index) =>
    [0, 7].flatMap((later) => laid(spans, weekdays.indexOf(day) + later, `${path}.${index}`)),
  );
}

/** Between the days before and after, as they are at that date: its spans must not meet theirs either. */
function aroundException(hours: OpeningHours, date: string, path: string): Laid[] {
  const on = Temporal.PlainDate.from(date);
  return [-1, 0, 1].flatMap((day) =>
    laid(spansOn(hours, on.add({ days: day })), day, day === 0 ? path : null),
  );
}

function laid(spans: readonly OpeningSpan[], day: number, path: string | null): Laid[] {
  return spans.map(({ from, to }, index) => ({
    path: path && `${path}.spans.${index}`,
    begins: day * dayMinutes + minutes(from),
    ends: (to > from ? day : day + 1) * dayMinutes + minutes(to),
  }));
}

function minutes(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}

function clashes(spans: readonly Laid[]): Fault[] {
  const [first, ...rest] = spans.toSorted((one, other) => one.begins - other.begins);
  if (!first) return [];
  let goesOn = first;
  const paths = new Set<string>();
  for (const span of rest) {
    const path = span.path ?? goesOn.path;
    if (path && span.begins < goesOn.ends) paths.add(path);
    if (span.ends > goesOn.ends) goesOn = span;
  }
  return [...paths].map((path) => ({
    path,
    message: 'It overlaps with another span, perhaps of the day before or after',
  }));
}
