import { type OpeningHours, type OpeningSpan, weekdays } from './opening-hours.ts';

/** What begins on a date, the earliest first. */
export function spansOn(
  { weekly, exceptions }: OpeningHours,
  date: Temporal.PlainDate,
): readonly OpeningSpan[] {
  const day = weekdays[date.dayOfWeek - 1];
  const on = date.toString();
  const said = exceptions.find((exception) => exception.date === on) ?? weekly.find((one) => one.day === day);
  return (said?.spans ?? []).toSorted((one, other) => (one.from < other.from ? -1 : 1));
}
