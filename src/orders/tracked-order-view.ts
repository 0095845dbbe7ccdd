import type { Tracked } from './find-tracked.ts';
import type { LineStatus } from './line-status.ts';
import { lineStatusOf } from './line-status-of.ts';
import type { Order } from './order.entity.ts';
import type { OrderLine } from './order-line.entity.ts';

type Kept = 'number' | 'status' | 'fulfilment' | 'wishedAt' | 'placedAt' | 'promisedAt' | 'updatedAt';

/** An order as anybody may see it who has its code: nothing of whom it is for, and no id. */
export interface TrackedOrderView extends Pick<Order, Kept> {
  readonly restaurant: string;
  readonly lines: readonly TrackedLineView[];
}

export interface TrackedLineView extends Pick<OrderLine, 'title' | 'variantLabel' | 'quantity'> {
  readonly status: LineStatus;
}

export function trackedOrderView({ order, restaurant }: Tracked): TrackedOrderView {
  const { number, status, fulfilment, wishedAt, placedAt, promisedAt, updatedAt, lines } = order;
  const left = lines.filter(({ quantity, voided }) => quantity > voided);
  return {
    restaurant,
    number,
    status,
    fulfilment,
    wishedAt,
    placedAt,
    promisedAt,
    updatedAt,
    lines: left.map((line) => ({
      title: line.title,
      variantLabel: line.variantLabel,
      quantity: line.quantity - line.voided,
      status: lineStatusOf(line),
    })),
  };
}
