import type { Phrase } from '../order-parser.ts';
import { type Place, stretches } from './stretches.ts';

/** Places as phrases, in the order spoken, without the spaces and signs around them; what is nothing else is none. */
export function phrasesIn(text: string, places: readonly Place[]): Phrase[] {
  return stretches.union(places).flatMap(({ start, end }) => {
    const raw = text.slice(start, end);
    const words = raw.replace(/[\s\p{P}\p{Z}]+$/u, '');
    const before = words.length - words.replace(/^[\s\p{P}\p{Z}]+/u, '').length;
    const from = start + before;
    const to = start + words.length;
    return to > from ? [{ text: text.slice(from, to), start: from, end: to }] : [];
  });
}
