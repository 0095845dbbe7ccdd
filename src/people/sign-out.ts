import { transact } from '../events/transact.ts';
import { type Context, signedIn } from '../viewer.ts';
import { endSessions } from './end-sessions.ts';
import { lockPerson } from './lock-person.ts';
import { sessionOf } from './session-of.ts';

/** Ends the session asking, or all of its person's. Their tokens open nothing from then on, and their sockets close. */
export async function signOut(ctx: Context, everywhere: boolean): Promise<void> {
  const personId = signedIn(ctx);
  await transact(ctx, personId, async (tx) => {
    if (everywhere) (await lockPerson(tx, personId)).deviceGeneration += 1;
    await tx.tell(await endSessions(tx, personId, everywhere ? {} : { id: sessionOf(ctx) }));
  });
}
