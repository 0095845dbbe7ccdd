import type { DeliveryFailure } from '../orders/delivery-failure.ts';
import { type ForStaff, forStaff } from '../orders/for-staff.ts';
import type { Order } from '../orders/order.entity.ts';

/** Why a delivery came back, as a client reads it. */
export interface DeliveryFailureView extends Pick<DeliveryFailure, 'reason'> {
  readonly note: ForStaff<string | null>;
  readonly byId: ForStaff<string | null>;
  readonly at: Date;
}

export function deliveryFailureView(order: Order): DeliveryFailureView | null {
  const { deliveryFailure } = order;
  if (!deliveryFailure) return null;
  const { reason, note, byId, at } = deliveryFailure;
  return { reason, note: forStaff(order, note ?? null), byId: forStaff(order, byId), at: new Date(at) };
}
