import type { MinorWords, Phrase } from '../order-parser.ts';
import { phraseAt } from './phrase-at.ts';

/** Gives what a model made of words the connectors that lead up to them: "with | a sunny side up thing". */
export function ledUpTo(text: string, minor: readonly MinorWords[]) {
  const connectors = minor.filter(({ isFiller }) => !isFiller);
  return <Made extends { readonly phrase: Phrase }>(made: Made): Made => {
    const { start, end } = made.phrase;
    const before = connectors.findLast((words) => words.end <= start);
    if (!before || !/^\s*$/.test(text.slice(before.end, start))) return made;
    return { ...made, phrase: phraseAt(text, { start: before.start, end }) };
  };
}
