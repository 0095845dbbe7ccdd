import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import type { Context } from '../viewer.ts';
import { byPassword } from './by-password.ts';
import { codesOfSession } from './codes-of-session.ts';
import { findMe } from './find-me.ts';
import { guessCode } from './guess-code.ts';
import { letters } from './letters.ts';
import { SecondFactor } from './second-factor.entity.ts';
import { spendCode } from './spend-code.ts';

/** Takes the password and a code, or a recovery code. Without a second factor nothing happens. Throws as byPassword and spendCode do. */
export async function disableSecondFactor(
  ctx: Context,
  password: string,
  code: string | null | undefined,
): Promise<void> {
  const { id: personId, email } = await findMe(ctx);
  await guessCode(ctx, codesOfSession(ctx), code, () =>
    byPassword(ctx, password, async (tx) => {
      const factor = await tx.em.findOne(SecondFactor, { personId });
      if (!factor) return;
      tx.em.remove(factor);
      if (!factor.confirmedAt) return;
      await spendCode(tx.em, ctx.seal, factor, code);
      await personal(tx.em, sql`delete from recovery_code where person_id = ${personId}`);
      await ctx.post.later(tx, { to: email, ...letters.secondFactorOff(ctx.rules.publicUrl) });
      await tx.tell([{ kind: 'account.second-factor-off', subject: personId }]);
    }),
  );
}
