const quarterMs = 15 * 60_000;

/** The quarter of an hour, by the clock, that a moment is in: from its beginning, up to the next one. */
export function quarterHour(at: Date): { from: Date; to: Date } {
  const from = Math.floor(at.getTime() / quarterMs) * quarterMs;
  return { from: new Date(from), to: new Date(from + quarterMs) };
}
