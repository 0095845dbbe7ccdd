import { notFound } from '../errors.ts';
import { type Context, viewerKey } from '../viewer.ts';
import { changeInvite } from './change-invite.ts';
import { findInvite } from './find-invite.ts';
import type { Invite } from './invite.entity.ts';
import { inviteLetter } from './invite-letter.ts';
import { inviteToken } from './invite-token.ts';

/** Sends the letter again with a new token; the one before is dead. Throws NOT_FOUND for an invite that is not open, RATE_LIMITED. */
export async function resendInvite(ctx: Context, id: string): Promise<Invite> {
  const { emailKey } = await findInvite(ctx, id);
  await ctx.throttle.pass(['invite', viewerKey(ctx.viewer)], ['invitedOfDay', emailKey]);
  const { token, hash, sentAt, expiresAt } = inviteToken.make();
  return changeInvite(ctx, id, async (tx, invite) => {
    if (invite.acceptedAt || invite.revokedAt) throw notFound();
    Object.assign(invite, { tokenHash: hash, invitedById: tx.me, sentAt, expiresAt });
    await ctx.post.later(tx, inviteLetter(ctx.rules.publicUrl, tx.restaurant, invite, token));
    await tx.tell([{ kind: 'invite.sent', subject: id, data: { role: invite.role } }]);
  });
}
