import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import type { Context } from '../viewer.ts';
import { findMe } from './find-me.ts';

export interface FactorState {
  readonly since: Date;
  readonly recoveryCodesLeft: number;
}

/** The second factor of the person asking, or null without one. */
export async function findSecondFactor(ctx: Context): Promise<FactorState | null> {
  const { id } = await findMe(ctx);
  const [factor] = await personal<{ since: Date | string; recoveryCodesLeft: number }>(
    ctx.em,
    sql`
    select confirmed_at as since,
      (select count(*)::int from recovery_code where person_id = ${id}) as "recoveryCodesLeft"
    from second_factor where person_id = ${id} and confirmed_at is not null`,
  );
  return factor ? { ...factor, since: new Date(factor.since) } : null;
}
