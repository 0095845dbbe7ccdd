import { Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import type { Issued, Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { accountToken } from './account-token.ts';
import { knownDevice } from './known-device.ts';
import { lockPerson } from './lock-person.ts';
import { tryToken } from './try-token.ts';

/**
 * Takes the token of a registration's letter: the account is good from now on, as it was registered then. Whoever shows it reads
 * the mail of the account, so their device is the person's. Throws TOKEN_INVALID.
 */
export async function verifyEmail(ctx: Context, tokens: Tokens, token: string): Promise<Issued> {
  const found = await tryToken(ctx, () => accountToken.find(ctx.em, 'VERIFY', token));
  const { personId, name, passwordHash } = found;
  return transact(ctx, personId, async (tx) => {
    const person = await lockPerson(tx, personId);
    await accountToken.use(tx, found, token);
    // Verified in another way since: it has the password it got then.
    if (person.verifiedAt) throw new Refusal('TOKEN_INVALID');
    person.name = name!;
    person.passwordHash = passwordHash!;
    person.verifiedAt = new Date();
    await tx.tell([{ kind: 'account.verified', subject: personId }]);
    return knownDevice(tokens, person);
  });
}
