import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { changeInvite } from './change-invite.ts';
import type { Invite } from './invite.entity.ts';

/** Takes an invite back: its token is dead. Again: nothing more happens. Throws NOT_FOUND for one that was accepted. */
export function revokeInvite(ctx: Context, id: string): Promise<Invite> {
  return changeInvite(ctx, id, async (tx, invite) => {
    if (invite.acceptedAt) throw notFound();
    if (invite.revokedAt) return;
    invite.revokedAt = new Date();
    await tx.tell([{ kind: 'invite.revoked', subject: id }]);
  });
}
