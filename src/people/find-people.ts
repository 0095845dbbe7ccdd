import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { listByKeys } from '../list-by-keys.ts';
import type { Page, PageArgs } from '../page.ts';
import type { Context } from '../viewer.ts';
import { Person } from './person.entity.ts';
import { type PersonFilter, personFilter } from './person-filter.ts';
import { type PersonOrder, personKeys } from './person-keys.ts';
import { assertAdmin } from './platform-access.ts';

export interface PersonQuery {
  readonly filter: PersonFilter;
  readonly orderBy: readonly PersonOrder[];
  readonly page: PageArgs;
}

/** Whoever has an account, for admins of the platform. */
export async function findPeople(
  ctx: Context,
  { filter, orderBy, page }: PersonQuery,
): Promise<Page<Person>> {
  assertAdmin(ctx);
  const { em } = ctx;
  return listByKeys<object, Person>(personKeys(orderBy), page, {
    what: sql`p.*`,
    from: sql`person p`,
    where: personFilter(filter),
    run: (statement) => personal(em, statement),
    node: (row) => em.map(Person, row),
  });
}
