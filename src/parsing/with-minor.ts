import type { MinorWords, Phrase } from './order-parser.ts';

interface Place {
  start: number;
  end: number;
}

/**
 * What was not understood, each phrase with the minor words directly beside it: those before it, and after the last of several
 * those that follow. Connectors with nothing beside them are phrases of their own.
 */
export function withMinor(text: string, unknown: readonly Phrase[], minor: readonly MinorWords[]): Phrase[] {
  const pieces = [
    ...unknown.map(({ start, end }) => ({ start, end, isUnknown: true, isFiller: false })),
    ...minor.map((words) => ({ ...words, isUnknown: false })),
  ].sort((one, other) => one.start - other.start);
  const rows: (typeof pieces)[] = [];
  let end = 0;
  for (const piece of pieces) {
    if (rows.length > 0 && isBeside(text.slice(end, piece.start))) rows.at(-1)!.push(piece);
    else rows.push([piece]);
    end = piece.end;
  }
  return rows.flatMap(placesIn).map(({ start, end }) => ({ text: text.slice(start, end), start, end }));
}

/** Of pieces side by side. */
function placesIn(row: readonly (Place & { isUnknown: boolean; isFiller: boolean })[]): Place[] {
  const places: Place[] = [];
  let start = -1;
  for (const piece of row) {
    if (start < 0) start = piece.start;
    if (!piece.isUnknown) continue;
    places.push({ start, end: piece.end });
    start = -1;
  }
  const last = places.at(-1);
  if (last) last.end = row.at(-1)!.end;
  else if (row.some(({ isFiller }) => !isFiller)) places.push({ start: row[0]!.start, end: row.at(-1)!.end });
  return places;
}

/** Nothing stands between them but what stands within words. */
function isBeside(between: string): boolean {
  return /^(?:[^\S\r\n]*|['’-])$/.test(between);
}
