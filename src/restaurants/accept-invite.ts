import { randomUUIDv7 } from 'node:crypto';
import { acrossRestaurants } from '../database/across-restaurants.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import { type Fact, transact, type Work } from '../events/transact.ts';
import { holdPerson } from '../people/hold-person.ts';
import { tryToken } from '../people/try-token.ts';
import { type Context, signedIn } from '../viewer.ts';
import { Invite } from './invite.entity.ts';
import { inviteToken } from './invite-token.ts';
import { lockRestaurant } from './lock-restaurant.ts';
import type { Restaurant } from './restaurant.entity.ts';
import type { Role } from './role.ts';
import { roleOf } from './role-of.ts';
import { Staff } from './staff.entity.ts';

interface Offer {
  readonly id: string;
  readonly role: Role;
  readonly accepted: boolean;
}

/**
 * Takes the person asking onto the staff of the restaurant whose invite this is. Again: nothing more happens. A token that is
 * unknown, expired, dead, used, or meant for another address: each throws the same TOKEN_INVALID. Throws RATE_LIMITED.
 */
export async function acceptInvite(ctx: Context, token: string): Promise<Restaurant> {
  const personId = signedIn(ctx);
  return tryToken(ctx, () => accept(ctx, personId, token));
}

async function accept(ctx: Context, personId: string, token: string): Promise<Restaurant> {
  const hash = inviteToken.hashOf(token);
  const [invited] = await acrossRestaurants<{ restaurantId: string }>(
    ctx.em,
    sql`select restaurant_id as "restaurantId" from invite where token_hash = ${hash}`,
  );
  if (!invited) throw new Refusal('TOKEN_INVALID');
  ctx.audit?.about(invited.restaurantId, false);
  const restaurant = await transact(ctx, invited.restaurantId, async (tx) => {
    await holdPerson(tx, personId);
    const locked = await lockRestaurant(tx);
    const offer = await offerTo(tx, personId, hash);
    const role = await roleOf(tx, personId);
    // Accepted and yet not on the staff: dismissed since. The token is no way back.
    if (locked.suspendedAt || !offer || (offer.accepted && !role)) throw new Refusal('TOKEN_INVALID');
    if (offer.accepted) return locked;
    if (locked.archivedAt) throw new Refusal('TOKEN_INVALID');
    await take(tx, offer, role === null ? personId : null);
    return locked;
  });
  ctx.memo.clear();
  return restaurant;
}

/**
 * The open invite that this token and this person's proven address make, or the one they made before. An open one stands with who
 * sent it: somebody who works there still, or an admin.
 */
function offerTo({ restaurantId, row }: Work, personId: string, hash: string): Promise<Offer | undefined> {
  return row<Offer>(sql`
    select i.id, i.role, i.accepted_at is not null as accepted
    from invite i join person p on p.email_key = i.email_key join person by on by.id = i.invited_by_id
      left join staff s on s.restaurant_id = i.restaurant_id and s.person_id = by.id
    where i.restaurant_id = ${restaurantId} and i.token_hash = ${hash} and i.revoked_at is null
      and p.id = ${personId} and p.verified_at is not null and by.id <> p.id
      and (i.accepted_at is not null
        or i.expires_at > now() and by.suspended_at is null and (by.admin or s.id is not null))`);
}

/** Nobody's role is changed by it: whoever works here already only uses the invite up. */
async function take(tx: Work, { id, role }: Offer, newcomer: string | null): Promise<void> {
  const now = new Date();
  const invite = await tx.em.findOneOrFail(Invite, { id });
  invite.acceptedAt = now;
  const facts: Fact[] = [{ kind: 'invite.accepted', subject: id }];
  if (newcomer) {
    const { restaurantId } = tx;
    tx.em.create(Staff, { id: randomUUIDv7(), restaurantId, personId: newcomer, role, createdAt: now });
    facts.push({ kind: 'staff.joined', subject: newcomer, data: { role } });
  }
  await tx.tell(facts);
}
