import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import type { Context } from '../viewer.ts';
import type { Person } from './person.entity.ts';

export interface FactorState {
  readonly since: Date;
  readonly recoveryCodesLeft: number;
}

/** The second factor of somebody who reads their own account, or null without one. */
export async function findSecondFactor({ em }: Context, { id }: Person): Promise<FactorState | null> {
  const [factor] = await personal<{ since: Date | string; recoveryCodesLeft: number }>(
    em,
    sql`
    select confirmed_at as since,
      (select count(*)::int from recovery_code where person_id = ${id}) as "recoveryCodesLeft"
    from second_factor where person_id = ${id} and confirmed_at is not null`,
  );
  return factor ? { ...factor, since: new Date(factor.since) } : null;
}
