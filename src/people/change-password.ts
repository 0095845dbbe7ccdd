import type { Work } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { accountToken } from './account-token.ts';
import { assertGoodPassword } from './assert-good-password.ts';
import { byPassword } from './by-password.ts';
import { endSessions } from './end-sessions.ts';
import { findMe } from './find-me.ts';
import { letters } from './letters.ts';
import type { Person } from './person.entity.ts';

/** The session that asks goes on, all others of the person end, and so do the tokens of letters. Throws PASSWORD_WRONG or PASSWORD_REFUSED. */
export async function changePassword(ctx: Context, current: string, next: string): Promise<void> {
  const { viewer } = ctx;
  const { id, email } = await findMe(ctx);
  await assertGoodPassword(next, email);
  const change = async (tx: Work, person: Person, passwordHash: string): Promise<void> => {
    person.passwordHash = passwordHash;
    person.deviceGeneration += 1;
    await accountToken.dropAll(tx, id);
    const ended = await endSessions(tx, id, viewer.kind === 'person' ? { not: viewer.sessionId } : {});
    await ctx.post.later(tx, { to: email, ...letters.passwordChanged(ctx.rules.publicUrl) });
    await tx.tell([{ kind: 'account.password-changed', subject: id }, ...ended]);
  };
  await byPassword(ctx, current, change, () => ctx.passwords.hash(next));
}
