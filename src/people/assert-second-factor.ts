import type { Device } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { guessCode } from './guess-code.ts';
import { SecondFactor } from './second-factor.entity.ts';
import { spendCode } from './spend-code.ts';

/**
 * Whoever has set up a second factor shows a code of it, or a recovery code. Comes after the password, so that only who knows
 * that learns of it; a device that has signed in before is counted by itself, as for passwords. Answers with whether there is one. Throws SECOND_FACTOR_REQUIRED, SECOND_FACTOR_INVALID, RATE_LIMITED.
 */
export async function assertSecondFactor(
  ctx: Context,
  personId: string,
  code: string | null | undefined,
  device: Device | null,
): Promise<boolean> {
  const { em, seal } = ctx;
  const factor = await em.findOne(SecondFactor, { personId, confirmedAt: { $ne: null } });
  const who = device ? `device ${device.id}` : personId;
  if (factor) await guessCode(ctx, who, () => spendCode(em, seal, factor, code));
  return factor !== null;
}
