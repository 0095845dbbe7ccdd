import type { Tracked } from './find-tracked.ts';
import type { Order } from './order.entity.ts';
import type { OrderLine } from './order-line.entity.ts';

type Kept = 'number' | 'status' | 'fulfilment' | 'wishedAt' | 'placedAt' | 'updatedAt';

/** An order as anybody may see it who has its code: nothing of whom it is for, and no id. */
export interface TrackedOrderView extends Pick<Order, Kept> {
  readonly restaurant: string;
  readonly lines: readonly TrackedLineView[];
}

export type TrackedLineView = Pick<OrderLine, 'title' | 'variantLabel' | 'quantity'>;

export function trackedOrderView({ order, restaurant }: Tracked): TrackedOrderView {
  const { number, status, fulfilment, wishedAt, placedAt, updatedAt, lines } = order;
  const left = lines.filter(({ quantity, voided }) => quantity > voided);
  return {
    restaurant,
    number,
    status,
    fulfilment,
    wishedAt,
    placedAt,
    updatedAt,
    lines: left.map(({ title, variantLabel, quantity, voided }) => ({
      title,
      variantLabel,
      quantity: quantity - voided,
    })),
  };
}
