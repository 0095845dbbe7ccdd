import { randomUUIDv7 } from 'node:crypto';
import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { accountToken } from './account-token.ts';
import { letters } from './letters.ts';
import { lettersTo } from './letters-to.ts';

/**
 * Sends the letter of a registration again, with a token of its own. Only a letter says whether there was anything to verify, and
 * whether several have registered the address: then whoever reads it chooses the password.
 */
export async function resendVerification(ctx: Context, email: string): Promise<void> {
  await ctx.throttle.pass(...lettersTo(email, ctx.from));
  await transact(ctx, randomUUIDv7(), async (tx) => {
    const { token, known } = await accountToken.byAddress(tx, 'VERIFY', email);
    const letter = known
      ? known.verified
        ? letters.accountThere
        : letters[known.purpose === 'VERIFY' ? 'verify' : 'registeredTwice'](token)
      : letters.noAccount;
    await ctx.post.later(tx, { to: known?.email ?? email, ...letter(ctx.rules.publicUrl) });
  });
}
