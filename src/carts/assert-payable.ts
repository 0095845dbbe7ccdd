import { Refusal } from '../errors.ts';

/** Minor units. Far above any meal, and within what every client reads as a whole number. */
const mostMoney = 1_000_000_000;

/** Throws CART_FULL for a total that no order can have. */
export function assertPayable(total: number): void {
  if (total > mostMoney)
    throw new Refusal('CART_FULL', `An order comes to ${mostMoney} minor units at most.`);
}
