import type { Asked } from './asked.ts';
import { keysIn } from './keys-in.ts';
import { modifiersOf } from './modifiers-of.ts';
import type { NameSpan } from './span.ts';

/** What tells a line from others: its size, and what it comes with or without. */
export interface Quality {
  readonly name: NameSpan;
  readonly how: 'with' | 'without';
}

/** Whether a line may be what a name, and all that tells it from others, refers to. */
export function isMeant(line: Asked, name: NameSpan | null, qualities: readonly Quality[]): boolean {
  return (
    line.name !== null &&
    (name === null || line.name.items.some((item) => name.items.includes(item))) &&
    qualities.every((each) => (each.how === 'with' && isOfSize(line, each.name)) || comesSo(line, each))
  );
}

function isOfSize({ sizes, existing, name }: Asked, size: NameSpan): boolean {
  if (!size.isSize) return false;
  if (sizes.some(({ key }) => key === size.key)) return true;
  const meant = name!.items.flatMap((item) => item.sizes.get(size.key) ?? []);
  return meant.some(({ thing }) => thing.id === existing?.variantId);
}

/** By what was said of it last, else by how it stood in the cart, else by how the dish comes. */
function comesSo({ wishes, existing, name }: Asked, { name: modifier, how }: Quality): boolean {
  const keys = keysIn(modifier);
  const said = wishes.findLast((wish) => wish.keys.some((key) => keys.includes(key)));
  if (said) return said.how === how;
  const meant = name!.items.flatMap((item) => modifiersOf(item, keys)).map(({ modifier }) => modifier);
  const isThere = meant.some(
    ({ id, isDefault }) =>
      existing?.withIds.includes(id) || (isDefault && !existing?.withoutIds.includes(id)),
  );
  return meant.length > 0 && isThere === (how === 'with');
}
