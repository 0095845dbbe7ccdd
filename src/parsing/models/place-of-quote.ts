import { type Place, stretches } from './stretches.ts';

/**
 * Where the words stand in the text, whatever their capitals and spaces, whole words of it: rather where nothing was taken yet, or not
 * before `near` begins. Null: nowhere.
 */
export function placeOfQuote(
  text: string,
  quote: string,
  taken: readonly Place[] = [],
  near?: Place,
): Place | null {
  const words = quote.trim();
  if (words === '' || words.length > text.length) return null;
  const pattern = words
    .split(/\s+/u)
    .map((word) => RegExp.escape(word))
    .join('\\s+');
  let first: Place | null = null;
  for (const found of text.matchAll(new RegExp(pattern, 'giu'))) {
    const place = widened(text, found.index, found.index + found[0].length);
    first ??= place;
    if (!stretches.overlap([place], taken) && place.end > (near?.start ?? -1)) return place;
  }
  return first;
}

/** Scripts that put spaces between words. */
const letter = '[\\p{sc=Latn}\\p{sc=Cyrl}\\p{sc=Grek}\\p{sc=Arab}\\p{sc=Deva}\\p{sc=Hebr}\\p{M}\\p{N}]';
const ending = new RegExp(`^${letter}+`, 'u');
const beginning = new RegExp(`${letter}+$`, 'u');
const isLetter = new RegExp(`^${letter}$`, 'u');

/** "coke" of "cokes" is the word "cokes". */
function widened(text: string, start: number, end: number): Place {
  const first = String.fromCodePoint(text.codePointAt(start)!);
  const last = [...text.slice(Math.max(start, end - 2), end)].at(-1)!;
  const before = isLetter.test(first)
    ? (text.slice(Math.max(0, start - 40), start).match(beginning)?.[0].length ?? 0)
    : 0;
  const after = isLetter.test(last) ? (text.slice(end, end + 40).match(ending)?.[0].length ?? 0) : 0;
  return { start: start - before, end: end + after };
}
