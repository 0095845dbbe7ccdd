import type { LineChoice } from '../../src/parsing/order-parser.ts';

/** A line of the small menu as a slip: "2 margherita/large +olives -basil (no peanuts)". */
export function slip({ quantity, variantId, itemId, withIds, withoutIds, note }: LineChoice): string {
  const own = (id: string) => id.slice(itemId.length + 1);
  const parts = [
    `${quantity} ${variantId ?? itemId}`,
    ...withIds.map((id) => `+${own(id)}`),
    ...withoutIds.map((id) => `-${own(id)}`),
  ];
  return [...parts, ...(note === null ? [] : [`(${note})`])].join(' ');
}
