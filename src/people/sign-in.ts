import { randomUUIDv7 } from 'node:crypto';
import { Refusal } from '../errors.ts';
import type { Issued, Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { emailKey } from './email-key.ts';
import { Person } from './person.entity.ts';
import { refreshToken } from './refresh-token.ts';
import { Session } from './session.entity.ts';

export interface SignedIn {
  readonly person: Person;
  readonly access: Issued;
  readonly refresh: Issued;
}

/** Begins a session. An unknown address, one that is not verified, one that is suspended and a wrong password get the same answer in the same time. */
export async function signIn(
  { em, passwords }: Context,
  tokens: Tokens,
  { email, password: secret }: { email: string; password: string },
): Promise<SignedIn> {
  const person = await em.findOne(Person, {
    emailKey: emailKey(email),
    verifiedAt: { $ne: null },
    suspendedAt: null,
  });
  const right = await passwords.matches(secret, person?.passwordHash ?? null);
  if (!person || !right) throw new Refusal('UNAUTHENTICATED', 'The e-mail address or the password is wrong.');
  const refresh = refreshToken.make(randomUUIDv7());
  const now = new Date();
  em.create(Session, {
    id: refresh.sessionId,
    personId: person.id,
    familyHash: refresh.familyHash,
    tokenHash: refresh.hash,
    createdAt: now,
    expiresAt: refresh.expiresAt,
    endedAt: null,
  });
  await em.flush();
  return { person, access: tokens.access(person.id, refresh.sessionId), refresh };
}
