import { notFound } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { holdStaff } from '../restaurants/hold-staff.ts';
import type { Context } from '../viewer.ts';
import { moversOf, type Touched } from './order-access.ts';
import type { Mover } from './order-status.ts';

/** As what the viewer touches an order, held until the transaction ends. Throws NOT_FOUND for who may see it no more. */
export async function holdMovers(
  { viewer, audit, rules }: Context,
  tx: Work,
  order: Touched,
): Promise<Mover[]> {
  await holdStaff(tx);
  const movers = await moversOf({ viewer, audit, rules, em: tx.em, memo: new Map() }, order);
  if (movers.length === 0) throw notFound();
  return movers;
}
