import { sql } from '../database/sql.ts';
import { activeStatuses } from '../orders/order-status.ts';
import type { OffDuty } from '../restaurants/off-duty.ts';

/** Whoever brings orders here no more leaves those that are not over to nobody, for managers to assign anew. */
export const takeDeliveriesBack: OffDuty = async ({ restaurantId, rows }, personId) => {
  const left = await rows<{ id: string }>(sql`
    with own as (
      select id from orders
      where restaurant_id = ${restaurantId} and courier_id = ${personId} and status = any (${[...activeStatuses]}::text[])
      order by id for no key update
    )
    update orders o set courier_id = null, version = version + 1, updated_at = now()
    from own where o.restaurant_id = ${restaurantId} and o.id = own.id returning o.id`);
  return left.map(({ id }) => ({
    kind: 'order.courier-changed',
    subject: id,
    data: { from: personId, to: null },
  }));
};
