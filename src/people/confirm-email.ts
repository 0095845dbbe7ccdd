import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { accountToken } from './account-token.ts';
import { emailKey } from './email-key.ts';
import { letters } from './letters.ts';
import { lockPerson } from './lock-person.ts';
import { tryToken } from './try-token.ts';

/**
 * Takes the token of the letter to a new address, which is the person's from now on; the old one is told. A registration that
 * waits at the new address is gone: it was not verified, and this is. Throws TOKEN_INVALID, also when somebody else has the address.
 */
export async function confirmEmail(ctx: Context, token: string): Promise<void> {
  const found = await tryToken(ctx, () => accountToken.find(ctx.em, 'CHANGE_EMAIL', token));
  const { personId } = found;
  const email = found.email!;
  const key = emailKey(email);
  await transact(ctx, personId, async (tx) => {
    const person = await lockPerson(tx, personId);
    await accountToken.use(tx, found, token);
    await personal(
      tx.em,
      sql`delete from person where email_key = ${key} and verified_at is null and id <> ${personId}`,
    );
    const old = person.email;
    person.email = email;
    person.emailKey = key;
    await tx.em.flush();
    await ctx.post.later(tx, { to: old, ...letters.emailChanged(ctx.rules.publicUrl) });
    await tx.tell([{ kind: 'account.email-changed', subject: personId }]);
  }).catch((error: unknown) => {
    throw error instanceof UniqueConstraintViolationException ? new Refusal('TOKEN_INVALID') : error;
  });
}
