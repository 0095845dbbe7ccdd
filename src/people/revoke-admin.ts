import type { Context } from '../viewer.ts';
import { changeStanding } from './change-standing.ts';
import type { Person } from './person.entity.ts';

/** An admin of the platform is one no more. Again: nothing more happens. Throws LAST_ADMIN. */
export function revokeAdmin(ctx: Context, personId: string): Promise<Person> {
  return changeStanding(ctx, personId, async (tx, person) => {
    if (!person.admin) return;
    person.admin = false;
    await tx.tell([{ kind: 'account.admin-changed', subject: personId, data: { admin: false } }]);
  });
}
