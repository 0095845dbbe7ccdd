import { Refusal } from '../errors.ts';
import type { Page, PageArgs } from '../page.ts';
import { assertVisitReads } from '../restaurants/visit-access.ts';
import type { Context } from '../viewer.ts';
import { listOrders } from './list-orders.ts';
import type { Order } from './order.entity.ts';

/** The orders of the person asking, or of the visit, those of the table's shared cart too, at every restaurant, newest first. */
export async function listMyOrders(ctx: Context, page: PageArgs): Promise<Page<Order>> {
  const { viewer, em } = ctx;
  if (viewer.kind !== 'person' && viewer.kind !== 'guest')
    throw new Refusal('UNAUTHENTICATED', 'Start a visit or sign in first.');
  const shared = viewer.visit ? [{ party: { $contains: [viewer.visit.id] } }] : [];
  if (viewer.kind === 'person')
    return listOrders(em, { $or: [{ personId: viewer.personId }, ...shared] }, page, false);
  await assertVisitReads(ctx, viewer.visit);
  return listOrders(em, { $or: [{ visitId: viewer.visit.id }, ...shared] }, page, false);
}
