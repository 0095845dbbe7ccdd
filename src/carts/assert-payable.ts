import { Refusal } from '../errors.ts';
import { mostMoney } from './most-money.ts';

/** Throws CART_FULL for a total that no order can have; `most`: what a cart may come to that came to more already. */
export function assertPayable(total: number, most = mostMoney): void {
  if (total > most) throw new Refusal('CART_FULL', `An order comes to ${mostMoney} minor units at most.`);
}
