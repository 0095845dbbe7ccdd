import type { Asked, Reading } from './asked.ts';
import { keysIn } from './keys-in.ts';
import { modifiersOf } from './modifiers-of.ts';
import type { NameSpan } from './span.ts';

/** No cart has more. */
const mostLines = 100;

/**
 * The line, in the cart or just said, that a name refers to, `sort` telling it from others: "the large pizza with ham".
 * Of several the last, what was last talked of first.
 */
export function askedFor(reading: Reading, name: NameSpan, sort: readonly NameSpan[] = []): Asked | null {
  const fits = (line: Asked | null): line is Asked =>
    line?.fate === null &&
    line.name !== null &&
    line.name.items.some((item) => name.items.includes(item)) &&
    sort.every((each) => isOfSize(line, each) || comesWith(line, each));
  return (
    [reading.current, ...reading.about].find(fits) ?? reading.asked.slice(-mostLines).findLast(fits) ?? null
  );
}

function isOfSize({ sizes, existing, name }: Asked, size: NameSpan): boolean {
  if (!size.isSize) return false;
  if (sizes.some(({ key }) => key === size.key)) return true;
  const meant = name!.items.flatMap((item) => item.sizes.get(size.key) ?? []);
  return meant.some(({ thing }) => thing.id === existing?.variantId);
}

function comesWith({ wishes, existing, name }: Asked, modifier: NameSpan): boolean {
  const keys = keysIn(modifier);
  if (wishes.some((wish) => wish.how === 'with' && wish.keys.some((key) => keys.includes(key)))) return true;
  const meant = name!.items.flatMap((item) => modifiersOf(item, keys));
  return meant.some((each) => existing?.withIds.includes(each.modifier.id));
}
