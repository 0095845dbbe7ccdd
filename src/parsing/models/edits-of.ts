import type { ParsedEdit, ParsedLine, ParsedOrder } from '../order-parser.ts';
import type { ModelChange } from './model-reading.ts';
import { type Place, stretches } from './stretches.ts';

/** Less sure than the rules are. */
const confidence = 0.7;

export interface EditsOfModel {
  readonly edits: readonly ParsedEdit[];
  /** Those that stay, changed. */
  readonly lines: readonly ParsedLine[];
  /** The words that this was made of. */
  readonly covered: readonly Place[];
}

/** What a model makes of lines of the cart, as far as the rules made nothing of them and `may` lets its words count; with every allergy for the kitchen to read. */
export function editsOf(
  text: string,
  changes: readonly ModelChange[],
  { edits, allergies }: Pick<ParsedOrder, 'edits' | 'allergies'>,
  may: (places: readonly Place[]) => boolean,
): EditsOfModel {
  const taken = new Set(edits.map(({ lineId }) => lineId));
  const counted = changes
    .map((change) => ({ ...change, places: [change.said, ...change.saidOfChoices] }))
    .filter(({ lineId, places }) => !taken.has(lineId) && may(places));
  const stated = allergies.map(({ phrase }) => phrase.text);
  const made = counted.map(({ lineId, line, places }): ParsedEdit => {
    const { start, end } = stretches.hull(places);
    const phrase = { text: text.slice(start, end), start, end };
    const untold = stated.filter((allergy) => !line?.note?.includes(allergy));
    const note = [line?.note, ...untold].filter(Boolean).join(', ') || null;
    return { lineId, line: line && { ...line, note }, phrase, confidence };
  });
  return {
    edits: made,
    lines: made.flatMap(({ line, phrase }) => (line ? [{ ...line, phrase, confidence }] : [])),
    covered: counted.flatMap(({ places }) => places),
  };
}
