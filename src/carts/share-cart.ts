import { sql } from '../database/sql.ts';
import { conflict, Refusal } from '../errors.ts';
import { type Fact, transact, type Work } from '../events/transact.ts';
import { tableCode } from '../restaurants/table-code.ts';
import { type Context, type VisitClaim, visitAt } from '../viewer.ts';
import { admitMember } from './admit-member.ts';
import { cartForEditing, type OwnCart } from './cart-access.ts';
import { takeCart } from './change-cart.ts';
import { isEntered } from './is-entered.ts';
import { isShared } from './is-shared.ts';
import { type CartView, readCart } from './read-cart.ts';
import { seatedVisit } from './seated-visit.ts';
import { tellCart } from './tell-cart.ts';

export interface Sharing {
  readonly cartId: string;
  readonly name: string | null;
  /** The code from before is dead, and whoever came in is out. */
  readonly newCode: boolean;
}

/**
 * Lets guests of the same table fill the cart too, by a code that the guest tells them. Again: nothing more happens, unless for a new
 * code, which is for whoever has been there longest. Throws NOT_FOUND, FORBIDDEN, VISIT_ENDED or CONFLICT.
 */
export async function shareCart(ctx: Context, { cartId, name, newCode }: Sharing): Promise<CartView> {
  const cart = await cartForEditing(ctx, cartId);
  const { restaurantId } = cart;
  const visit = seatedVisit(ctx.viewer, visitAt(ctx, restaurantId));
  if (isEntered(cart)) throw new Refusal('FORBIDDEN', 'Whoever serves a table fills its cart anyway.');
  return transact(ctx, restaurantId, async (tx) => {
    await takeCart(ctx, tx, cart, null, 'ADD');
    const shared = isShared(cart) ? cart : await open(tx, ctx, cart, visit, name);
    const left: Fact[] = newCode ? [await sendOthersAway(tx, shared)] : [];
    await tx.rows(sql`
      update cart set share_code = ${shareCode()}
      where restaurant_id = ${restaurantId} and id = ${cartId} and (share_code is null or ${newCode}::boolean)`);
    await tellCart(tx, shared, left);
    return readCart(tx, shared, tx.now);
  });
}

/** 6 characters: a guess in 700 million, and joinCart counts them. */
function shareCode(): string {
  return tableCode().slice(0, 6);
}

async function open(
  tx: Work,
  { viewer }: Context,
  cart: OwnCart,
  { id: visitId, tableId }: VisitClaim,
  name: string | null,
): Promise<OwnCart> {
  const { restaurantId } = tx;
  const ownerKey = `shared:${cart.id}`;
  const opened = await tx.row(sql`
    update cart set owner_key = ${ownerKey}, person_id = null, visit_id = null, table_id = ${tableId}
    where restaurant_id = ${restaurantId} and id = ${cart.id} and owner_key = ${cart.ownerKey} returning 1`);
  if (!opened) throw conflict(cart.version);
  const personId = viewer.kind === 'person' ? viewer.personId : null;
  const member = await admitMember(tx, cart.id, { visitId, personId, name });
  await tx.rows(sql`
    update cart_line set added_by = ${member}, choice_key = choice_key || ${`:${member}`}::text
    where restaurant_id = ${restaurantId} and cart_id = ${cart.id}`);
  return { ...cart, ownerKey, personId: null, visitId, tableId, member };
}

async function sendOthersAway(tx: Work, { id, member }: OwnCart): Promise<Fact> {
  const { restaurantId } = tx;
  const first = await tx.row<{ number: number }>(sql`
    select min(number) as number from cart_member where restaurant_id = ${restaurantId} and cart_id = ${id} and left_at is null`);
  if (first!.number !== member)
    throw new Refusal('FORBIDDEN', 'Whoever has been there longest makes a new code.');
  await tx.rows(sql`
    update cart_member set left_at = now()
    where restaurant_id = ${restaurantId} and cart_id = ${id} and left_at is null and number <> ${member}`);
  return { kind: 'cart.left', subject: id };
}
