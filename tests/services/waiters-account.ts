import { expect } from '@jest/globals';
import type { OrderQuery } from '../../schema/operations.ts';
import type { Cart } from '../carts/cart.ts';

export type Order = OrderQuery['order'];

interface Ordered {
  readonly orderId: string;
  readonly quantity: number;
  readonly voided: number;
}

/** What must be there, by the notes of the lines, which no two have ever had. */
export class Account {
  readonly orderIds: string[] = [];
  readonly cart = new Map<string, number>();
  readonly ordered = new Map<string, Ordered>();

  /** What the cart had, this order has. */
  order(orderId: string): void {
    for (const [note, quantity] of this.cart) this.ordered.set(note, { orderId, quantity, voided: 0 });
    this.cart.clear();
  }

  void(note: string, quantity: number): void {
    const line = this.ordered.get(note)!;
    this.ordered.set(note, { ...line, voided: line.voided + quantity });
  }

  checkCart(turn: object, { lines }: Cart): void {
    const there = lines.map(({ note, quantity }) => [note!, quantity] as const);
    expect({ ...turn, cart: byNote(there) }).toEqual({ ...turn, cart: byNote(this.cart) });
  }

  checkOrders(turn: object, orders: readonly Order[]): void {
    const there = orders.flatMap(({ id: orderId, lines }) =>
      lines.map(({ note, quantity, voided }) => [note!, { orderId, quantity, voided }] as const),
    );
    expect({ ...turn, ordered: byNote(there) }).toEqual({ ...turn, ordered: byNote(this.ordered) });
  }
}

function byNote<T>(entries: Iterable<readonly [string, T]>): (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}
