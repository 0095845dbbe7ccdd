import { Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { codesOfSession } from './codes-of-session.ts';
import { endSessions } from './end-sessions.ts';
import { findMe } from './find-me.ts';
import { guessCode } from './guess-code.ts';
import { letters } from './letters.ts';
import { lockPerson } from './lock-person.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { recoveryCodes } from './recovery-codes.ts';
import { SecondFactor } from './second-factor.entity.ts';
import { sessionOf } from './session-of.ts';
import { totp } from './totp.ts';

/**
 * A code shows that the app has the secret: from now on signing in takes one. Other sessions, begun without, end. Answers with
 * the recovery codes, which are stored as hashes only. Throws SECOND_FACTOR_INVALID, also when none was begun.
 */
export async function confirmSecondFactor(ctx: Context, code: string): Promise<string[]> {
  const sessionId = sessionOf(ctx);
  const { id: personId, email } = await findMe(ctx);
  const codes = recoveryCodes.make();
  await guessCode(ctx, codesOfSession(ctx), code, () =>
    transact(ctx, personId, async (tx) => {
      await lockPerson(tx, personId);
      const factor = await tx.em.findOne(SecondFactor, { personId, confirmedAt: null });
      const step = factor && totp.stepOf(ctx.seal.open(factor.sealed), code);
      if (!factor || step === null) throw new Refusal('SECOND_FACTOR_INVALID');
      factor.confirmedAt = new Date();
      factor.lastStep = step;
      for (const one of codes) tx.em.create(RecoveryCode, { personId, codeHash: recoveryCodes.hash(one) });
      const ended = await endSessions(tx, personId, { not: sessionId });
      await ctx.post.later(tx, { to: email, ...letters.secondFactorOn(ctx.rules.publicUrl) });
      await tx.tell([{ kind: 'account.second-factor-on', subject: personId }, ...ended]);
    }),
  );
  return codes;
}
