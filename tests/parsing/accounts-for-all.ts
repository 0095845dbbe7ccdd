import { fold } from '../../src/fold.ts';
import { type LanguageCode, languages } from '../../src/parsing/languages.ts';
import type { ParsedOrder } from '../../src/parsing/order-parser.ts';

/**
 * Every word of the text is in a line's span (of a line added, changed, or taken back), in an answer to a question or an allergy, in
 * `unmatched`, in an ambiguity, or a filler that stands beside nothing unmatched. Reads the text by itself, not as the parser does.
 */
export async function accountsForAll(text: string, order: ParsedOrder): Promise<void> {
  const fillers = await fillersOf(order.language as LanguageCode);
  const places = [
    ...[...order.lines, ...order.edits, ...order.ambiguities, ...order.inquiries, ...order.allergies].map(
      ({ phrase }) => phrase,
    ),
    ...[...order.unmatched, ...order.retracted],
  ];
  const silent = text.split('');
  for (const { start, end, text: words } of places) {
    if (text.slice(start, end) !== words) throw new Error(`“${words}” is not at ${start} of ${said(text)}`);
    silent.fill('\n', start, end);
  }
  const rest = silent.join('');
  for (const { index } of text.matchAll(/(?<=\S +)[-−–](?=\p{L})/gu))
    if (rest[index] !== '\n') throw new Error(`The minus at ${index} was dropped from ${said(text)}`);
  for (const clause of rest.split(/[\n\r,.:;!?()[\]{}/"“”„«»،؛؟、，。！？；：（）।…*•]/)) {
    const words = wordsOf(clause, fillers.language);
    if (!areFillers(words, fillers))
      throw new Error(`“${clause.trim()}” was dropped from ${said(text)} (${fillers.language})`);
  }
  for (const { start, end, text: words } of order.unmatched) {
    const before = /[\p{L}\p{N}][\p{M}]*[^\S\n\r]*$/u.test(rest.slice(0, start));
    const after = /^[^\S\n\r]*[\p{L}\p{N}]/u.test(rest.slice(end));
    if (before || after) throw new Error(`A filler beside “${words}” is not part of it in ${said(text)}`);
  }
}

const unspaced = new Set(['zh', 'ja']);
const elides = new Set(['fr', 'it', 'pt']);

interface Fillers {
  readonly language: LanguageCode;
  /** Folded. */
  readonly phrases: ReadonlySet<string>;
}

const known = new Map<LanguageCode, Fillers>();

async function fillersOf(language: LanguageCode): Promise<Fillers> {
  const before = known.get(language);
  if (before) return before;
  const { words } = await languages[language]();
  const phrases = words.quiet.map((phrase) => (unspaced.has(language) ? phrase.replaceAll(' ', '') : phrase));
  const fillers = { language, phrases: new Set(phrases) };
  known.set(language, fillers);
  return fillers;
}

/** Words, and signs that can be seen; where words are not parted by spaces, letters. */
function wordsOf(clause: string, language: string): string[] {
  const parts = elides.has(language) ? clause.replaceAll(/['’ʼ`´]/g, ' ') : clause;
  const piece =
    /[\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd}]|['’ʼ`´](?=\p{L}))*|[&+]|[^\s−\p{P}\p{L}\p{M}\p{Nd}\p{Cf}\p{Cc}]/gu;
  const words = (parts.match(piece) ?? []).map(fold);
  return unspaced.has(language) ? [...words.join('')] : words;
}

/** Whether filler phrases, one after the other, make up all of it. */
function areFillers(words: readonly string[], { language, phrases }: Fillers): boolean {
  const between = unspaced.has(language) ? '' : ' ';
  const ends = new Set([0]);
  for (let to = 1; to <= words.length; to++)
    for (let from = Math.max(0, to - longest); from < to; from++)
      if (ends.has(from) && isFiller(words.slice(from, to).join(between))) ends.add(to);
  return ends.has(words.length);

  function isFiller(phrase: string): boolean {
    if (phrases.has(phrase)) return true;
    // "وشكرا": written in one with what follows.
    return language === 'ar' && phrases.has(phrase.slice(0, 1)) && phrases.has(phrase.slice(1));
  }
}

/** Words of a phrase; letters where there are no spaces. */
const longest = 16;

function said(text: string): string {
  return JSON.stringify(text);
}
