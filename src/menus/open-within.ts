import { type Opening, openingAt } from '../restaurants/opening-at.ts';
import type { Windows } from './windows.ts';

/** More edges than two different weeks have together: what has not met by then never meets. */
const mostEdges = 120;

/** Whether a moment lies in all of these windows at once, and when that changes. Null is a window that is always open. */
export function openWithin(
  windows: readonly (Windows | null)[],
  timeZone: string,
  at: Temporal.Instant,
): Opening {
  const said = windows.filter((one) => one !== null).map((weekly) => ({ weekly, exceptions: [] }));
  let moment = at;
  for (let edge = 0; edge < mostEdges; edge += 1) {
    const openings = said.map((hours) => openingAt(hours, timeZone, moment));
    const closed = openings.filter(({ open }) => !open);
    if (closed.length === 0) {
      return moment === at ? { open: true, until: earliest(openings) } : { open: false, until: moment };
    }
    const next = latest(closed);
    if (!next) break;
    moment = next;
  }
  return { open: false, until: null };
}

function earliest(openings: readonly Opening[]): Temporal.Instant | null {
  const ends = openings.map(({ until }) => until).filter((until) => until !== null);
  return ends.sort(Temporal.Instant.compare)[0] ?? null;
}

/** Null when one of them never opens. */
function latest(closed: readonly Opening[]): Temporal.Instant | null {
  const begins = closed.map(({ until }) => until).filter((until) => until !== null);
  return begins.length < closed.length ? null : begins.sort(Temporal.Instant.compare).at(-1)!;
}
