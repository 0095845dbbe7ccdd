import type { PricedLine } from '../carts/price-lines.ts';
import { Refusal } from '../errors.ts';

/** Throws CART_EMPTY, ITEM_UNAVAILABLE or CHOICE_INVALID for what may not be ordered as it is. */
export function assertOrderable(lines: readonly PricedLine[]): void {
  if (lines.length === 0) throw new Refusal('CART_EMPTY');
  const problems = lines.flatMap(({ id, priced: { problem } }) => (problem ? [{ id, ...problem }] : []));
  const [first] = problems;
  if (!first) return;
  const code = first.code === 'NOT_FOUND' ? 'ITEM_UNAVAILABLE' : first.code;
  const fields = problems.map(({ id, message }) => ({ path: `lines.${id}`, message }));
  throw new Refusal(code, first.message, { fields });
}
