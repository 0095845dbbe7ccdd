import { transact } from '../events/transact.ts';
import type { Issued, Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { accountToken } from './account-token.ts';
import { assertGoodPassword } from './assert-good-password.ts';
import { endSessions } from './end-sessions.ts';
import { knownDevice } from './known-device.ts';
import { letters } from './letters.ts';
import { lockPerson } from './lock-person.ts';
import { Person } from './person.entity.ts';
import { tryToken } from './try-token.ts';

/**
 * Takes the token of a letter and a new password: every session of the person ends, and the address is verified, because the
 * letter was read there; so the device that shows it is the person's. A refused password leaves the token good. Throws TOKEN_INVALID, PASSWORD_REFUSED or RATE_LIMITED.
 */
export async function resetPassword(
  ctx: Context,
  tokens: Tokens,
  token: string,
  password: string,
): Promise<Issued> {
  const found = await tryToken(ctx, () => accountToken.find(ctx.em, 'RESET', token));
  const { personId } = found;
  const { email } = await ctx.em.findOneOrFail(Person, { id: personId });
  await assertGoodPassword(password, email);
  const passwordHash = await ctx.passwords.hash(password);
  return transact(ctx, personId, async (tx) => {
    const person = await lockPerson(tx, personId);
    await accountToken.use(tx, found, token);
    person.passwordHash = passwordHash;
    person.deviceGeneration += 1;
    person.verifiedAt ??= new Date();
    const ended = await endSessions(tx, personId);
    await ctx.post.later(tx, { to: person.email, ...letters.passwordChanged(ctx.rules.publicUrl) });
    await tx.tell([{ kind: 'account.password-changed', subject: personId }, ...ended]);
    return knownDevice(tokens, person);
  });
}
