import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/core';
import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Issued, Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { assertSecondFactor } from './assert-second-factor.ts';
import { emailKey } from './email-key.ts';
import { guessesAt } from './guesses-at.ts';
import { Person } from './person.entity.ts';
import { type NewRefreshToken, refreshToken } from './refresh-token.ts';
import { SecondFactor } from './second-factor.entity.ts';

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
  if (!person || !right) throw wrong();
  const hadFactor = await assertSecondFactor(ctx, person.id, code, device);
  const refresh = refreshToken.make(randomUUIDv7());
  await begin(em, person, refresh);
  if (!hadFactor) await assertNoneSince(em, person, refresh);
  return {
    person,
    access: tokens.access(person.id, refresh.sessionId),
    refresh,
    device: tokens.device(device ?? { id: randomUUIDv7(), personId: person.id }),
  };
}

/**
 * Unless the password was changed while this one was compared: whoever changed it has ended every session there was.
 * FOR SHARE waits for a change that is under way.
 */
async function begin(em: EntityManager, person: Person, refresh: NewRefreshToken): Promise<void> {
  const begun = await personal(
    em,
    sql`
    insert into session (id, person_id, family_hash, token_hash, created_at, expires_at)
    select ${refresh.sessionId}, id, ${refresh.familyHash}, ${refresh.hash}, now(), ${refresh.expiresAt}::timestamptz
    from person where id = ${person.id} and password_hash = ${person.passwordHash} and suspended_at is null for share
    returning 1`,
  );
  if (begun.length === 0) throw wrong();
}

/** A second factor that was set up meanwhile has ended the sessions it saw; this one may have begun after that. */
async function assertNoneSince(
  em: EntityManager,
  { id }: Person,
  { sessionId }: NewRefreshToken,
): Promise<void> {
  if ((await em.count(SecondFactor, { personId: id, confirmedAt: { $ne: null } })) === 0) return;
  await personal(em, sql`delete from session where id = ${sessionId}`);
  throw new Refusal('SECOND_FACTOR_REQUIRED');
}

function wrong(): Refusal {
  return new Refusal('UNAUTHENTICATED', 'The e-mail address or the password is wrong.');
}
