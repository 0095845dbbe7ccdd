import { randomUUIDv7 } from 'node:crypto';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import { emailKey } from '../people/email-key.ts';
import { type Context, viewerKey } from '../viewer.ts';
import { changeStaff, type StaffChange } from './change-staff.ts';
import { Invite } from './invite.entity.ts';
import { inviteLetter } from './invite-letter.ts';
import { inviteToken } from './invite-token.ts';
import { assertRole, runs } from './restaurant-access.ts';
import type { Role } from './role.ts';
import { assertManages } from './staff-access.ts';

export interface WantedStaff {
  readonly restaurantId: string;
  readonly email: string;
  readonly role: Role;
}

const mostOpen = 100;

/** Offers a role to an address, by a letter with a token. An open invite to the same address is replaced. Throws RATE_LIMITED. */
export async function inviteStaff(
  ctx: Context,
  { restaurantId, email, role }: WantedStaff,
  idempotencyKey: string,
): Promise<{ invite: Invite; replayed: boolean }> {
  // Before it counts, or strangers could use up what an address is sent.
  await assertRole(ctx, restaurantId, runs);
  const addressed = emailKey(email);
  await ctx.throttle.pass(['invite', viewerKey(ctx.viewer)], ['invitedOfDay', addressed]);
  const id = randomUUIDv7();
  const { token, hash, sentAt, expiresAt } = inviteToken.make();
  return changeStaff(ctx, restaurantId, runs, async (tx) => {
    assertManages(tx.mine, role);
    const earlier = await tx.once({
      viewer: viewerKey(ctx.viewer),
      field: 'inviteStaff',
      key: idempotencyKey,
      input: { email, role },
      makes: id,
    });
    if (earlier) return { invite: await tx.em.findOneOrFail(Invite, { id: earlier }), replayed: true };
    await assertAddressIsNew(tx, addressed);
    const open = await tx.em.find(Invite, { acceptedAt: null, revokedAt: null });
    const replaced = open.filter((one) => one.emailKey === addressed);
    assertManages(tx.mine, ...replaced.map((one) => one.role));
    if (open.length - replaced.length >= mostOpen) throw wrong(`There are ${mostOpen} open invites at most.`);
    for (const one of replaced) one.revokedAt = sentAt;
    const invite = tx.em.create(Invite, {
      id,
      restaurantId,
      email,
      emailKey: addressed,
      role,
      tokenHash: hash,
      invitedById: tx.me,
      createdAt: sentAt,
      sentAt,
      expiresAt,
      acceptedAt: null,
      revokedAt: null,
    });
    await ctx.post.later(tx, inviteLetter(ctx.rules.publicUrl, tx.restaurant, invite, token));
    await tx.tell([
      ...replaced.map((one) => ({ kind: 'invite.revoked', subject: one.id })),
      { kind: 'invite.sent', subject: id, data: { role } },
    ]);
    return { invite, replayed: false };
  });
}

async function assertAddressIsNew(tx: StaffChange, addressed: string): Promise<void> {
  const person = await tx.row<{ id: string; works: boolean }>(sql`
    select p.id, s.id is not null as works
    from person p left join staff s on s.restaurant_id = ${tx.restaurantId} and s.person_id = p.id
    where p.email_key = ${addressed}`);
  if (person?.works) throw wrong('Whoever has this address works here already: change the role instead.');
  // An admin could make an owner of themselves, and stay one.
  if (person?.id === tx.me) throw new Refusal('FORBIDDEN', 'Nobody raises themselves.');
}

function wrong(message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'email', message }] });
}
