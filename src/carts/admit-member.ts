import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';

export interface Joining {
  /** Null for staff. */
  readonly visitId: string | null;
  readonly personId: string | null;
  readonly name: string | null;
}

const mostMembers = 50;

/** Lets somebody fill a cart that this transaction has locked, and answers with their number: of old, if they come back. */
export async function admitMember(
  tx: Work,
  cartId: string,
  { visitId, personId, name }: Joining,
): Promise<number> {
  const { restaurantId } = tx;
  const back = await tx.row<{ number: number }>(sql`
    update cart_member set left_at = null, name = coalesce(${name}, name)
    where restaurant_id = ${restaurantId} and cart_id = ${cartId}
      and (visit_id = ${visitId}::uuid or coalesce(visit_id, ${visitId}::uuid) is null and person_id = ${personId}::uuid)
    returning number`);
  if (back) return back.number;
  const fresh = await tx.row<{ number: number }>(sql`
    insert into cart_member (restaurant_id, cart_id, number, visit_id, person_id, name, joined_at)
    select ${restaurantId}::uuid, ${cartId}::uuid, count(*) + 1, ${visitId}::uuid, ${personId}::uuid, ${name}, now()
    from cart_member where restaurant_id = ${restaurantId} and cart_id = ${cartId}
    returning number`);
  if (fresh!.number > mostMembers)
    throw new Refusal('CART_FULL', `${mostMembers} people fill a cart at most.`);
  return fresh!.number;
}
