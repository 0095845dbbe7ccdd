import type { Preparation } from '../restaurants/preparation.ts';

export interface Promising {
  /** The moment it is placed. */
  readonly now: Date;
  /** When it is wanted; null: as soon as may be. */
  readonly wishedAt: Date | null;
  /** How many are to be made before it. */
  readonly ahead: number;
}

const minuteMs = 60_000;

/**
 * When an order will be ready, to the full minute: after as long as half of the last ones took, and what every order adds that is
 * ahead beyond the usual. Never sooner than the quickest tenth was, and not before it is wanted. Null: nobody knows.
 */
export function promisedAt(known: Preparation | null, { now, wishedAt, ahead }: Promising): Date | null {
  if (known?.median == null) return wishedAt;
  const more = (ahead - (known.ahead ?? 0)) * Math.max(known.each ?? 0, 0);
  const seconds = Math.max(known.median + more, known.p10 ?? 0, 0);
  const ready = Math.ceil((now.getTime() + seconds * 1_000) / minuteMs) * minuteMs;
  return new Date(Math.max(ready, wishedAt?.getTime() ?? 0));
}
