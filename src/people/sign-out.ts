import { Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { endSessions } from './end-sessions.ts';

/** Ends the session asking, or all of its person's. Their tokens open nothing from then on, and their sockets close. */
export async function signOut(ctx: Context, everywhere: boolean): Promise<void> {
  const { viewer } = ctx;
  if (viewer.kind !== 'person') throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
  const { personId, sessionId } = viewer;
  await transact(ctx, personId, async (tx) => {
    await tx.tell(await endSessions(tx, personId, everywhere ? {} : { id: sessionId }));
  });
}
