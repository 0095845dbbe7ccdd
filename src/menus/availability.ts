import { openWithin } from './open-within.ts';
import type { Windows } from './windows.ts';

/** Whether something may be ordered at a moment. */
export interface Availability {
  readonly inWindow: boolean;
  readonly availableNow: boolean;
  /** When it may be, as far as is known. Null while it may, and when nobody knows. */
  readonly nextAvailableAt: Date | null;
  /** When any of this changes by the clock alone. */
  readonly changesAt: Date | null;
}

export interface Offer {
  /** Its own and those of what it is in. */
  readonly windows: readonly (Windows | null)[];
  /** 86ed, or nothing of it is left. */
  readonly off: boolean;
  /** When it is back by itself. */
  readonly backAt: Date | null;
}

/** What windows and the kitchen say of something at a moment, on the restaurant's clock. */
export function availability({ windows, off, backAt }: Offer, timeZone: string, at: Date): Availability {
  const now = openWithin(windows, timeZone, at.toTemporalInstant());
  const edge = asDate(now.until);
  const changesAt = soonest([edge, off ? backAt : null]);
  const inWindow = now.open;
  if (!off) return { inWindow, availableNow: inWindow, nextAvailableAt: inWindow ? null : edge, changesAt };
  if (!backAt) return { inWindow, availableNow: false, nextAvailableAt: null, changesAt };
  const then = openWithin(windows, timeZone, backAt.toTemporalInstant());
  const nextAvailableAt = then.open ? backAt : asDate(then.until);
  return { inWindow, availableNow: false, nextAvailableAt, changesAt };
}

function asDate(instant: Temporal.Instant | null): Date | null {
  return instant && new Date(instant.epochMilliseconds);
}

function soonest(dates: readonly (Date | null)[]): Date | null {
  const times = dates.filter((date) => date !== null).map(Number);
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}
