import type { Restaurant } from './restaurant.entity.ts';

/**
 * The day that an order of this moment belongs to, as yyyy-mm-dd. A day begins at the first moment that its clock on the wall
 * shows the time: where that night's clock goes back, the day does not.
 */
export function businessDay(
  { timeZone, dayStartsAt }: Pick<Restaurant, 'timeZone' | 'dayStartsAt'>,
  at: Date,
): string {
  const now = at.toTemporalInstant();
  const date = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const begins = date.toZonedDateTime({ timeZone, plainTime: dayStartsAt }).toInstant();
  return (Temporal.Instant.compare(now, begins) < 0 ? date.subtract({ days: 1 }) : date).toString();
}
