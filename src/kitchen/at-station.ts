import type { Order } from '../orders/order.entity.ts';

/** An order as a station sees it, with the lines that it makes; null where it makes none. Without a station: all of it. */
export function atStation(order: Order, station: string | null): Order | null {
  if (station === null) return order;
  const lines = order.lines.filter((line) => line.station === station);
  // Other screens are handed the same order at the same moment.
  return lines.length > 0 ? Object.assign(Object.create(order) as Order, { lines }) : null;
}
