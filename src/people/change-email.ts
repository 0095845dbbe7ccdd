import type { Context } from '../viewer.ts';
import { accountToken } from './account-token.ts';
import { byPassword } from './by-password.ts';
import { emailKey } from './email-key.ts';
import { letters } from './letters.ts';
import { lettersTo } from './letters-to.ts';
import { Person } from './person.entity.ts';

/** A letter goes to the new address: with the token that makes it the person's, or saying that it has an account already. Throws PASSWORD_WRONG. */
export async function changeEmail(ctx: Context, email: string, password: string): Promise<void> {
  await ctx.throttle.pass(...lettersTo(email, ctx.from));
  await byPassword(ctx, password, async (tx, { id }) => {
    const token = await accountToken.forAddress(tx, id, email);
    const key = emailKey(email);
    const taken = await tx.em.findOne(Person, { emailKey: key, verifiedAt: { $ne: null }, id: { $ne: id } });
    const letter = taken ? letters.accountThere : letters.confirmEmail(token);
    await ctx.post.later(tx, { to: email, ...letter(ctx.rules.publicUrl) });
  });
}
