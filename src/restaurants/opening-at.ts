import type { OpeningHours } from './opening-hours.ts';
import { spansOn } from './spans-on.ts';

export interface Opening {
  readonly open: boolean;
  /** When that changes. Null: never, as far as the hours say. */
  readonly until: Temporal.Instant | null;
}

/** Longer than any holiday: exceptions later than this say nothing about when a closed door opens. */
const farthestDays = 400;

/**
 * Whether the hours say open at a moment. Spans are read off the clock on the wall: a time that the clock skips is the time it
 * skips to, one that it shows twice is the first.
 */
export function openingAt(hours: OpeningHours | null, timeZone: string, at: Temporal.Instant): Opening {
  if (!hours) return { open: true, until: null };
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  const after = lastDay(hours, today).add({ days: 1 });
  let until: Temporal.Instant | null = null;
  let date = today.subtract({ days: 1 });
  while (Temporal.PlainDate.compare(date, after) < 0) {
    const next = date.add({ days: 1 });
    for (const { from, to } of spansOn(hours, date)) {
      const begins = onClock(date, from, timeZone);
      const ends = onClock(to > from ? date : next, to, timeZone);
      const nothing = Temporal.Instant.compare(ends, begins) <= 0;
      if (nothing || Temporal.Instant.compare(ends, until ?? at) <= 0) continue;
      // What follows without a pause is one stay: a day of 24 hours does not close at midnight.
      if (Temporal.Instant.compare(begins, until ?? at) <= 0) until = ends;
      else return until ? { open: true, until } : { open: false, until: begins };
    }
    date = next;
  }
  const endless = until && Temporal.Instant.compare(until, onClock(after, '00:00', timeZone)) >= 0;
  return { open: until !== null, until: endless ? null : until };
}

/** After the last exception that matters and the week that follows, nothing new happens. */
function lastDay({ exceptions }: OpeningHours, today: Temporal.PlainDate): Temporal.PlainDate {
  const farthest = today.add({ days: farthestDays }).toString();
  const last = exceptions.reduce(
    (latest, { date }) => (date > latest && date <= farthest ? date : latest),
    today.toString(),
  );
  return Temporal.PlainDate.from(last).add({ days: 8 });
}

function onClock(date: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
}
