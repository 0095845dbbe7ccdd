import type { Money } from '../money.ts';
import type { Figures } from './count-figures.ts';
import type { OrderStatus } from './order-status.ts';

/** Figures as a client reads them. */
export interface FiguresView extends Omit<Figures, 'byStatus' | 'takings' | 'tips'> {
  readonly at: Date;
  /** yyyy-mm-dd */
  readonly businessDay: string;
  readonly byStatus: readonly { readonly status: OrderStatus; readonly count: number }[];
  readonly takings: Money;
  readonly tips: Money;
}
