/** Places in a text, from start (inclusive) to end (exclusive), as Phrase has them. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Sums with places. */
export const stretches = {
  overlap(one: readonly Place[], other: readonly Place[]): boolean {
    return one.some((a) => other.some((b) => a.start < b.end && b.start < a.end));
  },

  hull(places: readonly Place[]): Place {
    return {
      start: Math.min(...places.map(({ start }) => start)),
      end: Math.max(...places.map(({ end }) => end)),
    };
  },

  /** In order, what touches run together. */
  union(places: readonly Place[]): Place[] {
    const joined: Place[] = [];
    for (const place of [...places].sort((a, b) => a.start - b.start)) {
      const last = joined.at(-1);
      if (last && place.start <= last.end)
        joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, place.end) };
      else joined.push(place);
    }
    return joined;
  },

  without(places: readonly Place[], taken: readonly Place[]): Place[] {
    const left: Place[] = [];
    const gone = stretches.union(taken);
    for (const { start, end } of places) {
      let from = start;
      for (const cut of gone) {
        if (cut.end <= from || cut.start >= end) continue;
        if (cut.start > from) left.push({ start: from, end: cut.start });
        from = cut.end;
      }
      if (from < end) left.push({ start: from, end });
    }
    return left;
  },
};
