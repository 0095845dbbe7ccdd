import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';

/**
 * The person is there until this transaction ends: whoever erases them waits, and then sees what they have got here. It comes
 * before any other lock, as where somebody is erased. Throws UNAUTHENTICATED when they are gone.
 */
export async function holdPerson(tx: Work, id: string): Promise<void> {
  const [there] = await personal(
    tx.em,
    sql`select 1 from person where id = ${id} and erased_at is null for share`,
  );
  if (!there) throw new Refusal('UNAUTHENTICATED', 'The account is gone.');
}
