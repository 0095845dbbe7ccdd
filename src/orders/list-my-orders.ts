import { Refusal } from '../errors.ts';
import type { Page, PageArgs } from '../page.ts';
import { assertVisitReads } from '../restaurants/visit-access.ts';
import type { Context } from '../viewer.ts';
import { listOrders } from './list-orders.ts';
import type { Order } from './order.entity.ts';

/** The orders of the person or visit asking, at every restaurant, newest first. */
export async function listMyOrders(ctx: Context, page: PageArgs): Promise<Page<Order>> {
  const { viewer, em } = ctx;
  if (viewer.kind === 'person') return listOrders(em, { personId: viewer.personId }, page, false);
  if (viewer.kind !== 'guest') throw new Refusal('UNAUTHENTICATED', 'Start a visit or sign in first.');
  await assertVisitReads(ctx, viewer.visit);
  return listOrders(em, { visitId: viewer.visit.id }, page, false);
}
