import { type Context, signedIn } from '../viewer.ts';
import { Person } from './person.entity.ts';

/** The account of the person asking. */
export async function findMe(ctx: Context): Promise<Person> {
  const id = signedIn(ctx);
  return ctx.em.findOneOrFail(Person, { id });
}
