import { transact } from '../events/transact.ts';
import { type Context, signedIn } from '../viewer.ts';
import { lockPerson } from './lock-person.ts';
import type { Person } from './person.entity.ts';

/** Changes what the person asking is called. */
export function updateMe(ctx: Context, { name }: { readonly name: string }): Promise<Person> {
  const id = signedIn(ctx);
  return transact(ctx, id, async (tx) => {
    const person = await lockPerson(tx, id);
    person.name = name;
    await tx.tell([{ kind: 'account.updated', subject: id, data: { fields: ['name'] } }]);
    return person;
  });
}
