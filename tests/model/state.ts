import type { LineStage, OrderStatus } from '../../schema/operations.ts';
import type { Off, Sums } from './bill.ts';
import { type Choice, type Menu, menuAtFirst, type Thing } from './menu.ts';

/** How a restaurant of the model reckons. */
export interface House {
  readonly taxIncluded: boolean;
  /** Millionths, as all rates here. */
  readonly service: number;
  readonly rate: number;
  /** Of the tax class that cakes are in. */
  readonly sweetRate: number;
  readonly accepts: boolean;
  readonly addsUntil: readonly OrderStatus[];
}

export const houses: readonly House[] = [
  {
    taxIncluded: true,
    service: 125_000,
    rate: 210_000,
    sweetRate: 40_000,
    accepts: false,
    addsUntil: ['PLACED', 'ACCEPTED', 'PREPARING'],
  },
  {
    taxIncluded: false,
    service: 0,
    rate: 88_750,
    sweetRate: 0,
    accepts: true,
    addsUntil: ['PLACED', 'ACCEPTED'],
  },
];

/** All that a sequence can tell apart: what a restaurant offers, one guest's cart, and what that guest has ordered. */
export interface State {
  house: House;
  menu: Menu;
  paused: boolean;
  cart: Cart;
  orders: Order[];
  /** What was placed last, to say it again. */
  placed: { order: number; cartVersion: number; expectedTotal: number | null } | null;
}

export interface Cart {
  version: number;
  /** The version it had when it was emptied last. */
  emptied: number;
  tip: Off | null;
  lines: CartLine[];
}

export interface CartLine {
  choice: Choice;
  note: string | null;
  course: number | null;
  quantity: number;
  agreed: number;
}

export interface Order {
  version: number;
  status: OrderStatus;
  discount: Off | null;
  lines: OrderLine[];
  sums: Sums;
}

export interface OrderLine {
  quantity: number;
  voided: number;
  stage: LineStage;
  round: number;
  course: number | null;
  unitPrice: number;
  rate: number;
  discount: Off | null;
  takes: readonly (readonly [Thing, number])[];
}

export function stateAtFirst(house: House): State {
  const cart = { version: 1, emptied: 0, tip: null, lines: [] };
  return { house, menu: structuredClone(menuAtFirst), paused: false, cart, orders: [], placed: null };
}

/** The answer to a verb that is refused. */
export class Refused {
  constructor(
    readonly code: string,
    readonly currentVersion?: number,
    readonly currentTotal?: number,
  ) {}
}
