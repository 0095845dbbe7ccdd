import { type Sql, sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Page } from '../page.ts';
import { assertVisitReads } from '../restaurants/visit-access.ts';
import { visitReads } from '../restaurants/visit-reads.ts';
import type { Context } from '../viewer.ts';
import { listOrders, type OrderQuery } from './list-orders.ts';
import type { Order } from './order.entity.ts';

/** The orders of the person asking, or of the visit, those of the table's shared cart too, at every restaurant. */
export async function listMyOrders(ctx: Context, query: OrderQuery): Promise<Page<Order>> {
  return listOrders(ctx.em, null, await own(ctx), query);
}

async function own(ctx: Context): Promise<Sql> {
  const { viewer } = ctx;
  if (viewer.kind === 'person') {
    const { personId, visit } = viewer;
    if (!visit || !(await visitReads(ctx, visit))) return sql`o.person_id = ${personId}`;
    const { id } = visit;
    return sql`(o.person_id = ${personId} or o.visit_id = ${id} or o.party @> array[${id}::uuid])`;
  }
  if (viewer.kind !== 'guest') throw new Refusal('UNAUTHENTICATED', 'Start a visit or sign in first.');
  const { visit } = viewer;
  await assertVisitReads(ctx, visit);
  return sql`(o.visit_id = ${visit.id} or o.party @> array[${visit.id}::uuid])`;
}
