import { Refusal } from '../errors.ts';
import type { Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { Person } from './person.entity.ts';
import { refreshToken } from './refresh-token.ts';
import { Session } from './session.entity.ts';
import type { SignedIn } from './sign-in.ts';

/** Exchanges a refresh token for new tokens. The old one is dead from then on; used again, it ends the session. */
export async function refreshSession({ em }: Context, tokens: Tokens, token: string): Promise<SignedIn> {
  const given = refreshToken.read(token);
  if (!given) throw ended();
  const next = refreshToken.make(given.sessionId);
  const now = new Date();
  const alive = { id: given.sessionId, endedAt: null, expiresAt: { $gt: now } };
  const exchanged = await em.nativeUpdate(
    Session,
    { ...alive, tokenHash: given.hash },
    { tokenHash: next.hash, expiresAt: next.expiresAt },
  );
  if (exchanged === 0) {
    await em.nativeUpdate(Session, alive, { endedAt: now });
    throw ended();
  }
  const { personId } = await em.findOneOrFail(Session, { id: given.sessionId });
  const person = await em.findOneOrFail(Person, { id: personId });
  return { person, access: tokens.access(personId, given.sessionId), refresh: next };
}

function ended(): Refusal {
  return new Refusal('UNAUTHENTICATED', 'The session has ended: sign in again.');
}
