import type { EventData } from '../events/event.entity.ts';
import type { Deed } from '../events/history-of.ts';
import { type Money, money } from '../money.ts';
import { type ForStaff, forStaff } from './for-staff.ts';
import type { Order } from './order.entity.ts';
import { type OrderStatus, orderStatuses } from './order-status.ts';

/** More about something that happened to an order; null where it is not about that. */
export interface WhatHappened {
  readonly from: OrderStatus | null;
  readonly lineIds: readonly string[] | null;
  readonly quantity: number | null;
  readonly round: number | null;
  readonly amount: Money | null;
  readonly perMillion: number | null;
  readonly promisedAt: Date | null;
  readonly courierId: ForStaff<string | null>;
  readonly courierBeforeId: ForStaff<string | null>;
}

/** What the event of it says, as far as the viewer may know: who brings an order is for those who work there. */
export function whatHappened(order: Order, { kind, data }: Pick<Deed, 'kind' | 'data'>): WhatHappened {
  const ofCourier = kind === 'order.courier-changed';
  const amount = numberIn(data, 'amount');
  const promised = kind === 'order.promised' ? textIn(data, 'to') : null;
  return {
    from: orderStatuses.find((status) => status === data['from']) ?? null,
    lineIds: linesIn(data),
    quantity: numberIn(data, 'quantity'),
    round: numberIn(data, 'round'),
    amount: amount === null ? null : money(amount, order.currency, order.locale),
    perMillion: numberIn(data, 'perMillion'),
    promisedAt: promised === null ? null : new Date(promised),
    courierId: forStaff(order, ofCourier ? textIn(data, 'to') : null),
    courierBeforeId: forStaff(order, ofCourier ? textIn(data, 'from') : null),
  };
}

function linesIn(data: EventData): readonly string[] | null {
  const { lineIds, lineId } = data;
  if (Array.isArray(lineIds)) return lineIds;
  return typeof lineId === 'string' ? [lineId] : null;
}

function numberIn(data: EventData, name: string): number | null {
  const value = data[name];
  return typeof value === 'number' ? value : null;
}

function textIn(data: EventData, name: string): string | null {
  const value = data[name];
  return typeof value === 'string' ? value : null;
}
