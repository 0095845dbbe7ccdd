import type { EntityManager } from '@mikro-orm/core';
import { personal } from '../database/personal.ts';
import { type Sql, sql } from '../database/sql.ts';
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
  // Only a code of the app needs the seal: recovery codes are what is left when the secret that closed it is gone.
  const spent = totp.couldBe(code)
    ? spendStep(personId, totp.stepOf(seal.open(sealed), code))
    : sql`delete from recovery_code where person_id = ${personId} and code_hash = ${recoveryCodes.hash(code)} returning 1`;
  if ((await personal(em, spent)).length === 0) throw new Refusal('SECOND_FACTOR_INVALID');
}

/** No step is one that comes after the last one used. */
function spendStep(personId: string, step: number | null): Sql {
  return sql`update second_factor set last_step = ${step}::int where person_id = ${personId} and last_step < ${step}::int returning 1`;
}
