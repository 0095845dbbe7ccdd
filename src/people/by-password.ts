import { Refusal } from '../errors.ts';
import { transact, type Work } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { findMe } from './find-me.ts';
import { lockPerson } from './lock-person.ts';
import type { Person } from './person.entity.ts';

/**
 * Does to the account of the person asking what takes its password, in one transaction; the person is locked. A password that was
 * changed in between is wrong, so that nobody who knew the old one gets ahead of its owner. Throws PASSWORD_WRONG, and
 * RATE_LIMITED for whoever has got hold of a session and guesses. `prepare` is what takes long and has no place in a transaction: it is
 * done for the right password only.
 */
export async function byPassword<Ready = void>(
  ctx: Context,
  secret: string,
  work: (tx: Work, person: Person, ready: Ready) => Promise<void>,
  prepare?: () => Promise<Ready>,
): Promise<void> {
  const { id, passwordHash } = await findMe(ctx);
  const right = await ctx.throttle.guess([['signIn', `password of ${id}`]], () =>
    ctx.passwords.matches(secret, passwordHash),
  );
  if (!right) throw new Refusal('PASSWORD_WRONG');
  const ready = (await prepare?.()) as Ready;
  await transact(ctx, id, async (tx) => {
    const person = await lockPerson(tx, id);
    if (person.passwordHash !== passwordHash) throw new Refusal('PASSWORD_WRONG');
    await work(tx, person, ready);
  });
}
