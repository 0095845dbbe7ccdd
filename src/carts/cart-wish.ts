import type { Fulfilment } from '../restaurants/fulfilment.ts';

/** How and when what is in a cart is wanted, as its guest said. */
export interface CartWish {
  /** Null: as usual where it is filled. */
  readonly fulfilment: Fulfilment | null;
  /** Null: as soon as may be. */
  readonly wishedAt: Date | null;
}
