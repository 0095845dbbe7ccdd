import type { EntityManager } from '@mikro-orm/core';
import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Seal } from '../seal.ts';
import { recoveryCodes } from './recovery-codes.ts';
import type { SecondFactor } from './second-factor.entity.ts';
import { totp } from './totp.ts';

/**
 * Takes a code of the app, or a recovery code, which is good no more then; of two who use one at once one is refused.
 * Throws SECOND_FACTOR_REQUIRED without a code, SECOND_FACTOR_INVALID for a wrong one.
 */
export async function spendCode(
  em: EntityManager,
  seal: Seal,
  { personId, sealed }: Pick<SecondFactor, 'personId' | 'sealed'>,
  code: string | null | undefined,
): Promise<void> {
  if (!code) throw new Refusal('SECOND_FACTOR_REQUIRED');
  const step = totp.stepOf(seal.open(sealed), code);
  const spent =
    step === null
      ? sql`delete from recovery_code where person_id = ${personId} and code_hash = ${recoveryCodes.hash(code)} returning 1`
      : sql`update second_factor set last_step = ${step} where person_id = ${personId} and last_step < ${step} returning 1`;
  if ((await personal(em, spent)).length === 0) throw new Refusal('SECOND_FACTOR_INVALID');
}
