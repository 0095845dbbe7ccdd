import type { Context } from '../viewer.ts';
import { changeStanding } from './change-standing.ts';
import type { Person } from './person.entity.ts';

/** The person may sign in again. Again: nothing more happens. */
export function unsuspendPerson(ctx: Context, personId: string): Promise<Person> {
  return changeStanding(ctx, personId, async (tx, person) => {
    if (!person.suspendedAt) return;
    person.suspendedAt = null;
    await tx.tell([{ kind: 'account.unsuspended', subject: personId }]);
  });
}
