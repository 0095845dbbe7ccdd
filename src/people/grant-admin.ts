import { Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { changeStanding } from './change-standing.ts';
import type { Person } from './person.entity.ts';

/** Makes somebody an admin of the platform. Again: nothing more happens. */
export function grantAdmin(ctx: Context, personId: string): Promise<Person> {
  return changeStanding(ctx, personId, async (tx, person) => {
    if (person.admin) return;
    if (!person.verifiedAt || person.suspendedAt) {
      throw new Refusal('FORBIDDEN', 'Only an account that is verified and not suspended can be an admin.');
    }
    person.admin = true;
    await tx.tell([{ kind: 'account.admin-changed', subject: personId, data: { admin: true } }]);
  });
}
