import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { findMe } from './find-me.ts';
import { Person } from './person.entity.ts';
import { assertAdmin } from './platform-access.ts';

/** What a repeated change of an account is answered with. */
export const peopleAgains = {
  Person: findMe,
  Account: async (ctx: Context, { personId }: { personId: string }): Promise<Person> => {
    assertAdmin(ctx);
    const person = await ctx.em.findOne(Person, { id: personId, erasedAt: null });
    if (!person) throw notFound();
    return person;
  },
};
