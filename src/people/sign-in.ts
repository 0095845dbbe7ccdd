import { randomUUIDv7 } from 'node:crypto';
import { Refusal } from '../errors.ts';
import type { Issued, Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { assertSecondFactor } from './assert-second-factor.ts';
import { emailKey } from './email-key.ts';
import { guessesAt } from './guesses-at.ts';
import { Person } from './person.entity.ts';
import { refreshToken } from './refresh-token.ts';
import { Session } from './session.entity.ts';

export interface SignedIn {
  readonly person: Person;
  readonly access: Issued;
  readonly refresh: Issued;
  /** Null where a session only goes on. */
  readonly device: Issued | null;
}

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly deviceToken?: string | null;
  readonly code?: string | null;
}

/**
 * Begins a session. An unknown address, one that is not verified, a suspended account and a wrong password get the same
 * answer in the same time. Throws RATE_LIMITED after too many wrong ones: guessesAt says whose count. Throws what assertSecondFactor does.
 */
export async function signIn(
  ctx: Context,
  tokens: Tokens,
  { email, password: secret, deviceToken, code }: SignIn,
): Promise<SignedIn> {
  const { em, passwords, throttle, from } = ctx;
  const key = emailKey(email);
  const person = await em.findOne(Person, { emailKey: key, verifiedAt: { $ne: null }, suspendedAt: null });
  const shown = deviceToken ? tokens.readDevice(deviceToken) : null;
  const device = shown?.personId === person?.id ? shown : null;
  const right = await throttle.guess(guessesAt(key, from, device), () =>
    passwords.matches(secret, person?.passwordHash ?? null),
  );
  if (!person || !right) throw new Refusal('UNAUTHENTICATED', 'The e-mail address or the password is wrong.');
  await assertSecondFactor(ctx, person.id, code);
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
  return {
    person,
    access: tokens.access(person.id, refresh.sessionId),
    refresh,
    device: tokens.device(device ?? { id: randomUUIDv7(), personId: person.id }),
  };
}
