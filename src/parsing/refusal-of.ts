import type { Asked } from './asked.ts';
import { chooseVariant } from './choose-variant.ts';
import type { Ambiguity, ParseWarning } from './order-parser.ts';
import { orderable } from './orderable.ts';
import type { NameSpan } from './span.ts';
import type { Transcript } from './transcript.ts';
import { warningOf } from './warning-of.ts';

/** Why a line cannot be had at all; null: it can. */
export function refusalOf(
  asked: Asked,
  sizes: readonly NameSpan[],
  transcript: Transcript,
  ambiguities: Ambiguity[],
): ParseWarning | null {
  const { items } = asked.name!;
  if (items.length > 1) {
    const phrase = transcript.phrase(asked.name!);
    const candidates = orderable(items);
    ambiguities.push({ phrase, candidates });
    return warningOf(
      'AMBIGUOUS',
      phrase,
      candidates.map(({ title }) => title),
    );
  }
  const said = [...asked.said, ...asked.sizes];
  const phrase = transcript.phrase(said.length > 0 ? transcript.hull(said) : { from: 0, to: 1 });
  const { item } = items[0]!;
  if (asked.existing) {
    return (asked.count ?? 1) > 99 ? warningOf('QUANTITY_OUT_OF_RANGE', phrase) : null;
  }
  if (!item.available) return warningOf('SOLD_OUT', phrase, [item.title]);
  const { variant } = chooseVariant(items[0]!, sizes);
  if (variant && !variant.available)
    return warningOf('SOLD_OUT', phrase, [`${item.title} (${variant.label})`]);
  if (!item.availableNow) return warningOf('OUTSIDE_WINDOW', phrase, [item.title]);
  const count = asked.count ?? 1;
  return count < 1 || count > 99 || asked.taken > 99 ? warningOf('QUANTITY_OUT_OF_RANGE', phrase) : null;
}
