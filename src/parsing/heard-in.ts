import type { HeardPhrase } from '../carts/heard.ts';
import type { ParsedOrder, Phrase } from './order-parser.ts';
import { tokenise } from './tokenise.ts';

const mostPhrases = 3;
const mostWords = 5;
const mostLetters = 60;

/** Articles and what most orders count to, in languages that write words apart: they stand before what is meant. No language is loaded for it. */
const before = new Set(
  [
    'a an the one two three four',
    'un una unos unas dos tres cuatro',
    'un une des deux trois quatre',
    'ein eine einen einem einer zwei drei vier',
    'uno due tre quattro',
    'um uma uns umas dois duas quatro',
  ].flatMap((words) => words.split(' ')),
);
const isBefore = (word: string) => before.has(word) || /^\p{Nd}{1,2}$/u.test(word);

/**
 * What of a sentence may be a name for something on the menu: a few words that were not understood, or that meant several things. Nothing
 * with a digit, which may be a number to call, and nothing that was said of allergies. Too much of it, and it was no order at all.
 */
export function heardIn({ unknown, ambiguities, allergies }: ParsedOrder): HeardPhrase[] {
  const secret = allergies.map(({ phrase }) => phrase);
  const said = [
    ...ambiguities.map(({ phrase, candidates }) => ({ phrase, among: candidates.map(({ id }) => id) })),
    ...unknown
      .filter((phrase) => !ambiguities.some((one) => overlap(one.phrase, phrase)))
      .map((phrase) => ({ phrase })),
  ];
  const heard = said
    .filter(({ phrase }) => !secret.some((one) => overlap(one, phrase)))
    .map((one) => ({ ...one, phrase: nameIn(one.phrase.text) }))
    .filter(({ phrase }) => phrase !== null) as HeardPhrase[];
  return heard.length > mostPhrases ? [] : heard;
}

/** In small letters without accents; null where it can be none. */
function nameIn(text: string): string | null {
  const words = tokenise(text).map(({ word }) => word);
  while (words.length > 0 && isBefore(words[0]!)) words.shift();
  const name = words.join(' ');
  const fits = words.length > 0 && words.length <= mostWords && name.length <= mostLetters;
  return fits && /\p{L}/u.test(name) && !/\p{N}/u.test(name) ? name : null;
}

function overlap(one: Phrase, other: Phrase): boolean {
  return one.start < other.end && other.start < one.end;
}
