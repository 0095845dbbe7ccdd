import { createHash } from 'node:crypto';
import type { Choice } from '../menus/price-choice.ts';
import type { CartLineRow } from './read-cart.ts';

/** What is the same choice, in a cart that several fill by the same member, has the same key. */
export function choiceKey(
  { itemId, withIds, withoutIds, note, course }: Choice & Pick<CartLineRow, 'note' | 'course'>,
  variantId: string | null,
  addedBy: number | null,
): string {
  const parts = [
    itemId,
    variantId,
    [...withIds].sort(),
    [...withoutIds].sort(),
    note,
    ...(course === null ? [] : [course]),
  ];
  const choice = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  // Apart from the rest, so that SQL can give a line to somebody else.
  return addedBy === null ? choice : `${choice}:${addedBy}`;
}
