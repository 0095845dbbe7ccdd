import { lineProblems } from '../carts/line-problems.ts';
import type { PricedLine } from '../carts/price-lines.ts';
import { Refusal } from '../errors.ts';

/**
 * Throws CART_EMPTY, ITEM_UNAVAILABLE, CHOICE_INVALID, PRICE_CHANGED or what else a line may not be ordered for. Whoever says what
 * it comes to knows the prices.
 */
export function assertOrderable(lines: readonly PricedLine[], knowsTotal = false): void {
  if (lines.length === 0) throw new Refusal('CART_EMPTY');
  const problems = lines
    .flatMap((line) => lineProblems(line).map((problem) => ({ id: line.id, ...problem })))
    .filter(({ code }) => !(knowsTotal && code === 'PRICE_CHANGED'));
  const [first] = problems;
  if (!first) return;
  const code = first.code === 'NOT_FOUND' ? 'ITEM_UNAVAILABLE' : first.code;
  const fields = problems.map(({ id, message }) => ({ path: `lines.${id}`, message }));
  const availableAt = first.availableAt?.toISOString();
  throw new Refusal(code, first.message, { fields, ...(availableAt ? { availableAt } : {}) });
}
