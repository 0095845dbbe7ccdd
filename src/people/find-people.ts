import type { FilterQuery } from '@mikro-orm/core';
import { newestFirst, type Page, type PageArgs } from '../page.ts';
import type { Context } from '../viewer.ts';
import { emailKey } from './email-key.ts';
import { Person } from './person.entity.ts';
import { assertAdmin } from './platform-access.ts';

/** Whoever has an account, the latest first, for admins of the platform. Both columns have a trigram index. */
export async function findPeople(ctx: Context, search: string | null, page: PageArgs): Promise<Page<Person>> {
  assertAdmin(ctx);
  const { em } = ctx;
  const wanted: FilterQuery<Person>[] = [{ erasedAt: null }];
  if (search !== null) {
    wanted.push({
      $or: [{ name: { $ilike: part(search) } }, { emailKey: { $like: part(emailKey(search)) } }],
    });
  }
  return newestFirst(
    page,
    ({ olderThan, newerThan, direction, limit }) => {
      const between: FilterQuery<Person>[] = [
        ...(olderThan ? [{ id: { $lt: olderThan } }] : []),
        ...(newerThan ? [{ id: { $gt: newerThan } }] : []),
      ];
      return em.find(Person, { $and: [...wanted, ...between] }, { orderBy: { id: direction }, limit });
    },
    () => em.count(Person, { $and: wanted }),
  );
}

/** What is searched for stands for itself, also when LIKE would read it otherwise. */
function part(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
