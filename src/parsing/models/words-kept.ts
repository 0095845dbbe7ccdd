import type { ParsedLine } from '../order-parser.ts';
import { phraseAt } from './phrase-at.ts';
import { type Place, stretches } from './stretches.ts';

/**
 * A model may quote only some of the words that the rules made the same line of: the others are that line's too. Of a line that it
 * reads otherwise, words that it did not quote are nobody's.
 */
export function wordsKept(
  text: string,
  rules: readonly ParsedLine[],
  model: readonly { readonly line: ParsedLine; readonly places: readonly Place[] }[],
): { lines: ParsedLine[]; forgotten: ParsedLine[] } {
  const isKept = (known: ParsedLine, { line, places }: (typeof model)[number]) =>
    stretches.overlap([known.phrase], places) && says(line, known);
  return {
    lines: model.map((read) => {
      const { line } = read;
      const same = rules.filter((known) => isKept(known, read)).map(({ phrase }) => phrase);
      return same.length === 0
        ? line
        : { ...line, phrase: phraseAt(text, stretches.hull([line.phrase, ...same])) };
    }),
    forgotten: rules.filter((known) => !model.some((read) => isKept(known, read))),
  };
}

/** Everything that the other says. */
function says(line: ParsedLine, other: ParsedLine): boolean {
  return (
    line.itemId === other.itemId &&
    line.variantId === other.variantId &&
    line.quantity === other.quantity &&
    other.withIds.every((id) => line.withIds.includes(id)) &&
    other.withoutIds.every((id) => line.withoutIds.includes(id)) &&
    (other.note === null || (line.note?.includes(other.note) ?? false))
  );
}
