import { randomUUIDv7 } from 'node:crypto';
import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { letters } from './letters.ts';
import { Person } from './person.entity.ts';

export interface Registration {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Makes an account. Only a letter to the address says whether it was free; the answer does not, and takes as long either way. */
export async function register(ctx: Context, { email, name, password: secret }: Registration): Promise<void> {
  const passwordHash = await ctx.passwords.hash(secret);
  const id = randomUUIDv7();
  await transact(ctx, id, async (tx) => {
    const emailKey = email.toLowerCase();
    const now = new Date();
    const person = {
      id,
      email,
      emailKey,
      name,
      passwordHash,
      createdAt: now,
      admin: false,
      verifiedAt: now,
      suspendedAt: null,
    };
    const made = await tx.em.upsert(Person, person, {
      onConflictFields: ['emailKey'],
      onConflictAction: 'ignore',
    });
    if (made.id === id) await tx.tell([{ kind: 'account.registered', subject: id }]);
    else await ctx.post.later(tx, { to: made.email, ...letters.accountThere(ctx.rules.publicUrl) });
  });
}
