import { randomUUIDv7 } from 'node:crypto';
import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { accountToken } from './account-token.ts';
import { assertGoodPassword } from './assert-good-password.ts';
import { emailKey } from './email-key.ts';
import { letters } from './letters.ts';
import { lettersTo } from './letters-to.ts';

export interface Registration {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/**
 * Makes an account that is good once its address is verified, by the token in a letter. Only the letter says whether there is an
 * account already: the answer does not, and is one hash, two statements and a letter either way. Where somebody has registered the
 * address before, the account has no password but in the letters: each makes its own registration good. Throws PASSWORD_REFUSED.
 */
export async function register(ctx: Context, { email, name, password: secret }: Registration): Promise<void> {
  await assertGoodPassword(secret, email);
  await ctx.throttle.pass(...lettersTo(email, ctx.from));
  const passwordHash = await ctx.passwords.hash(secret);
  const id = randomUUIDv7();
  await transact(ctx, id, async (tx) => {
    await personal(
      tx.em,
      sql`
      insert into person as p (id, email, email_key, name, password_hash, created_at, admin)
      values (${id}, ${email}, ${emailKey(email)}, ${name}, ${passwordHash}, now(), false)
      on conflict (email_key) do update set email = excluded.email, name = excluded.name,
        password_hash = '', created_at = excluded.created_at
        where p.verified_at is null`,
    );
    const { token, known } = await accountToken.byAddress(tx, 'VERIFY', email, { name, passwordHash });
    const letter = known!.verified ? letters.accountThere : letters.verify(token);
    await ctx.post.later(tx, { to: known!.email, ...letter(ctx.rules.publicUrl) });
  });
}
