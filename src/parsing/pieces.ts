import type { LineChoice } from './order-parser.ts';

/** No line has more. */
const most = 99;

/** How many of each choice there are, in the cart and in what is said: the same choice adds up. */
export class Pieces {
  private readonly counts = new Map<string, number>();

  hasRoom(line: LineChoice): boolean {
    return (this.counts.get(keyOf(line)) ?? 0) + line.quantity <= most;
  }

  add(line: LineChoice): void {
    this.counts.set(keyOf(line), (this.counts.get(keyOf(line)) ?? 0) + line.quantity);
  }
}

function keyOf({ itemId, variantId, withIds, withoutIds, note }: LineChoice): string {
  return JSON.stringify([itemId, variantId, [...withIds].sort(), [...withoutIds].sort(), note]);
}
