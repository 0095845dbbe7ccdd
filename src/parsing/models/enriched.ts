import type { MenuItem } from '../../menus/menu.ts';
import type { ParsedLine } from '../order-parser.ts';
import { fitsGroups } from './fits-groups.ts';
import { lineOfChoices } from './line-of-choices.ts';
import type { ModelLine } from './model-reading.ts';
import { type Place, stretches } from './stretches.ts';

export interface Enriched {
  readonly line: ParsedLine;
  /** The words that this was made of. */
  readonly covered: readonly Place[];
}

/** A line of the rules with what the model made of the words they left over beside it; how many there are of it stays. Null: nothing that may be added. */
export function enriched(
  item: MenuItem,
  known: ParsedLine,
  read: ModelLine,
  open: readonly Place[],
): Enriched | null {
  const isOpen = (place: Place) => stretches.overlap([place], open);
  const chosenAlready = new Set(known.choices.flatMap(({ modifierIds }) => modifierIds));
  const added = read.choices
    .map((choice, at) => ({ choice, place: read.saidOfChoices[at]! }))
    .filter(({ choice, place }) => isOpen(place) && !chosenAlready.has(choice.modifierIds[0]!));
  const usual = item.variants.find(({ isDefault }) => isDefault)?.id ?? null;
  const isSized = isOpen(read.said) && known.variantId === usual && read.variantId !== usual;
  const note = read.saidOfNote && isOpen(read.saidOfNote) ? read.saidOfNote : null;
  if (added.length === 0 && !isSized && !note) return null;
  const wordsOf = (place: Place) =>
    read.phrase.text.slice(place.start - read.phrase.start, place.end - read.phrase.start);
  const more = lineOfChoices(
    item,
    added.map(({ choice }) => choice),
    added.map(({ place }) => wordsOf(place)),
  );
  const line: ParsedLine = {
    ...known,
    variantId: isSized ? read.variantId : known.variantId,
    withIds: [...known.withIds, ...(more?.withIds ?? [])],
    withoutIds: [...known.withoutIds, ...(more?.withoutIds ?? [])],
    note: [known.note, ...(more?.notes ?? []), note && wordsOf(note)].filter(Boolean).join(', ') || null,
    choices: [...known.choices, ...added.map(({ choice }) => choice)],
    confidence: Math.min(known.confidence, read.confidence),
  };
  if (!more || !fitsGroups(item, line)) return null;
  return {
    line,
    covered: [...added.map(({ place }) => place), ...(isSized ? [read.said] : []), ...(note ? [note] : [])],
  };
}
