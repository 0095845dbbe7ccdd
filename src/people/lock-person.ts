import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import { Person } from './person.entity.ts';

/**
 * The person as it is now, before anything else of theirs is touched: of two who change an account at once, one waits.
 * FOR NO KEY UPDATE, because FOR UPDATE would make orders wait that do no more than refer to it.
 */
export async function lockPerson(tx: Work, id: string): Promise<Person> {
  await personal(tx.em, sql`select 1 from person where id = ${id} for no key update`);
  return tx.em.findOneOrFail(Person, { id }, { refresh: true });
}
