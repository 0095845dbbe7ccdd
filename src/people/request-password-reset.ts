import { randomUUIDv7 } from 'node:crypto';
import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { accountToken } from './account-token.ts';
import { letters } from './letters.ts';
import { lettersTo } from './letters-to.ts';

/** A letter goes out, with a token for whoever has an account and without one for whoever has none: the answer is the same, and takes as long. */
export async function requestPasswordReset(ctx: Context, email: string): Promise<void> {
  await ctx.throttle.pass(...lettersTo(email, ctx.from, 'reset'));
  await transact(ctx, randomUUIDv7(), async (tx) => {
    const { token, known } = await accountToken.byAddress(tx, 'RESET', email);
    const letter = known ? letters.reset(token) : letters.noAccount;
    await ctx.post.later(tx, { to: known?.email ?? email, ...letter(ctx.rules.publicUrl) });
  });
}
