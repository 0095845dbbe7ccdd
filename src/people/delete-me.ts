import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { accountToken } from './account-token.ts';
import { byPassword } from './by-password.ts';
import { endSessions } from './end-sessions.ts';
import type { HeldElsewhere } from './held-elsewhere.ts';
import { letters } from './letters.ts';

/**
 * Erases the person asking: nothing but an id is left, and that says of nobody who it was. The address is free at once. Orders in
 * flight refer to the row, and an address that changes makes them wait: so it changes when no counter is waited for any more.
 * Throws PASSWORD_WRONG, LAST_OWNER, or FORBIDDEN for an admin of the platform.
 */
export async function deleteMe(
  ctx: Context,
  held: readonly HeldElsewhere[],
  password: string,
): Promise<void> {
  await byPassword(ctx, password, async (tx, person) => {
    const { id, email, admin } = person;
    if (admin) throw new Refusal('FORBIDDEN', 'Let the rights of an admin be taken away first.');
    for (const noun of held) await noun.forget(tx, person);
    const ended = await endSessions(tx, id);
    await tx.em.flush();
    await personal(tx.em, sql`delete from session where person_id = ${id}`);
    await personal(tx.em, sql`delete from recovery_code where person_id = ${id}`);
    await personal(tx.em, sql`delete from second_factor where person_id = ${id}`);
    await accountToken.dropAll(tx, id);
    await ctx.post.later(tx, { to: email, ...letters.erased(ctx.rules.publicUrl) });
    person.erase();
    await tx.tell([{ kind: 'account.erased', subject: id }, ...ended]);
  });
}
