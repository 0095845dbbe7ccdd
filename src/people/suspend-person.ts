import type { Context } from '../viewer.ts';
import { changeStanding } from './change-standing.ts';
import { endSessions } from './end-sessions.ts';
import type { Person } from './person.entity.ts';

/** Out at once, on every device, until it is lifted. Again: nothing more happens. Throws LAST_ADMIN. */
export function suspendPerson(ctx: Context, personId: string): Promise<Person> {
  return changeStanding(ctx, personId, async (tx, person) => {
    if (person.suspendedAt) return;
    person.suspendedAt = new Date();
    const ended = await endSessions(tx, personId);
    await tx.tell([{ kind: 'account.suspended', subject: personId }, ...ended]);
  });
}
