import type { Asked, AskedOrder } from './asked.ts';
import { everySaid } from './every-said.ts';
import type { Stretch } from './span.ts';

/** Words of a line, else those about it that were not said of it alone: an allergy, or parts of it. */
export function saidOf(asked: Asked, order: AskedOrder): Stretch[] {
  const own = everySaid(asked);
  if (own.length > 0) return own;
  const parts = order.asked.filter(({ partOf }) => partOf === asked);
  return [...order.warnings.flatMap((wish) => wish.said), ...parts.flatMap(everySaid)];
}
