import { Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import type { Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { endSessions } from './end-sessions.ts';
import { Person } from './person.entity.ts';
import { refreshToken } from './refresh-token.ts';
import { Session } from './session.entity.ts';
import type { SignedIn } from './sign-in.ts';
import { tryToken } from './try-token.ts';

/** Exchanges a refresh token for new tokens. The old one is dead from then on; used again, it ends the session. */
export function refreshSession(ctx: Context, tokens: Tokens, token: string): Promise<SignedIn> {
  return tryToken(ctx, () => exchange(ctx, tokens, token));
}

async function exchange(ctx: Context, tokens: Tokens, token: string): Promise<SignedIn> {
  const { em } = ctx;
  const given = refreshToken.read(token);
  if (!given) throw ended();
  const next = refreshToken.make(given.sessionId, given.family);
  const now = new Date();
  const alive = {
    id: given.sessionId,
    familyHash: given.familyHash,
    endedAt: null,
    expiresAt: { $gt: now },
  };
  const exchanged = await em.nativeUpdate(
    Session,
    { ...alive, tokenHash: given.hash },
    { tokenHash: next.hash, expiresAt: next.expiresAt },
  );
  if (exchanged === 0) {
    const used = await em.findOne(Session, alive);
    if (used) await endStolen(ctx, used);
    throw ended();
  }
  const { personId } = await em.findOneOrFail(Session, { id: given.sessionId });
  const person = await em.findOneOrFail(Person, { id: personId });
  if (person.suspendedAt) throw ended();
  return { person, access: tokens.access(personId, given.sessionId), refresh: next, device: null };
}

/** Two hold a token of this family, and nobody knows who is the thief: none of its tokens is good any more. */
async function endStolen(ctx: Context, { id, personId }: Session): Promise<void> {
  await transact(ctx, personId, async (tx) => {
    await tx.tell(await endSessions(tx, personId, { id }));
  });
  ctx.warn(`A refresh token of session ${id} was used twice: the session has ended.`);
}

function ended(): Refusal {
  return new Refusal('UNAUTHENTICATED', 'The session has ended: sign in again.');
}
