import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import type { Context } from '../viewer.ts';
import { changeStanding } from './change-standing.ts';
import { endSessions } from './end-sessions.ts';
import { letters } from './letters.ts';
import type { Person } from './person.entity.ts';
import { SecondFactor } from './second-factor.entity.ts';

/**
 * For whoever has lost the app and the recovery codes, or has the app of somebody who took over the account: the password is
 * enough again, and every session ends. Without a second factor nothing happens.
 */
export function resetSecondFactor(ctx: Context, personId: string): Promise<Person> {
  return changeStanding(ctx, personId, async (tx, { email }) => {
    const factor = await tx.em.findOne(SecondFactor, { personId });
    if (!factor) return;
    tx.em.remove(factor);
    await personal(tx.em, sql`delete from recovery_code where person_id = ${personId}`);
    const ended = await endSessions(tx, personId);
    await ctx.post.later(tx, { to: email, ...letters.secondFactorOff(ctx.rules.publicUrl) });
    await tx.tell([{ kind: 'account.second-factor-off', subject: personId }, ...ended]);
  });
}
