import { openingAt } from './opening-at.ts';
import type { Restaurant } from './restaurant.entity.ts';

/** Whether a restaurant's hours say open at a moment, and when that changes. */
export function openingNow(
  { openingHours, timeZone }: Restaurant,
  at: Date,
): { open: boolean; until: Date | null } {
  const { open, until } = openingAt(openingHours, timeZone, at.toTemporalInstant());
  return { open, until: until && new Date(until.epochMilliseconds) };
}
