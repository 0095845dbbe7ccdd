import type { Device } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { codesTried } from './codes-tried.ts';
import { guessCode } from './guess-code.ts';
import { SecondFactor } from './second-factor.entity.ts';
import { spendCode } from './spend-code.ts';

/**
 * Whoever has set up a second factor shows a code of it, or a recovery code. Comes after the password, so that only who knows
 * that learns of it. Answers with whether there is one. Throws SECOND_FACTOR_REQUIRED, SECOND_FACTOR_INVALID, RATE_LIMITED.
 */
export async function assertSecondFactor(
  ctx: Context,
  personId: string,
  code: string | null | undefined,
  device: Device | null,
): Promise<boolean> {
  const { em, seal, from } = ctx;
  const factor = await em.findOne(SecondFactor, { personId, confirmedAt: { $ne: null } });
  const turns = codesTried(personId, from, device);
  if (factor) await guessCode(ctx, turns, code, () => spendCode(em, seal, factor, code));
  return factor !== null;
}
