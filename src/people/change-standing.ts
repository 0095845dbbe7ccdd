import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import { transact, type Work } from '../events/transact.ts';
import { type Context, signedIn } from '../viewer.ts';
import { Person } from './person.entity.ts';
import { assertAdmin } from './platform-access.ts';

/**
 * An admin of the platform changes what an account may. Of all who do so one waits for the other, or two admins could remove
 * each other; whose turn it is has to be one still. The account waits too: whoever signs in at once is out, or is not let in.
 * Throws NOT_FOUND, and LAST_ADMIN when nobody would be left to do it.
 */
export async function changeStanding(
  ctx: Context,
  personId: string,
  change: (tx: Work, person: Person) => Promise<void>,
): Promise<Person> {
  assertAdmin(ctx);
  const me = signedIn(ctx);
  return transact(ctx, personId, async (tx) => {
    const locked = await personal<{ id: string; acts: boolean }>(
      tx.em,
      sql`
      select id, admin and suspended_at is null as acts from person where admin or id = ${personId}
      order by id for no key update`,
    );
    if (!locked.some(({ id, acts }) => acts && id === me)) throw notFound();
    const person = await tx.em.findOne(Person, { id: personId, erasedAt: null }, { refresh: true });
    if (!person) throw notFound();
    await change(tx, person);
    const left = await tx.em.count(Person, { admin: true, suspendedAt: null, erasedAt: null });
    if (left === 0) throw new Refusal('LAST_ADMIN');
    return person;
  });
}
