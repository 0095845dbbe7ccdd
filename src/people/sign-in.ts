import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/core';
import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import type { Device, Issued, Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { assertSecondFactor } from './assert-second-factor.ts';
import { emailKey } from './email-key.ts';
import { endSessions } from './end-sessions.ts';
import { guessesAt } from './guesses-at.ts';
import { knownDevice } from './known-device.ts';
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
  const device = deviceToken ? deviceOf(person, tokens.readDevice(deviceToken)) : null;
  const right = await throttle.guess(guessesAt(key, from, device), () =>
    passwords.matches(secret, person?.passwordHash ?? null),
  );
  if (!person || !right) throw wrong();
  const hadFactor = await assertSecondFactor(ctx, person.id, code, device);
  const refresh = refreshToken.make(randomUUIDv7());
  if ((await begin(em, person, refresh)) >= mostSessions) await endOldest(ctx, person);
  if (!hadFactor) await assertNoneSince(em, person, refresh);
  return {
    person,
    access: tokens.access(person.id, refresh.sessionId),
    refresh,
    device: knownDevice(tokens, person, device?.id),
  };
}

/** So many devices nobody has: more are of a program that signs in for every request, and each costs those who end them all. */
const mostSessions = 100;

/** Another account's device, or one of before the last change of the password, is as good as any other. */
function deviceOf(person: Person | null, shown: Device | null): Device | null {
  return shown?.personId === person?.id && shown?.generation === person?.deviceGeneration ? shown : null;
}

/**
 * Unless the password was changed while this one was compared: whoever changed it has ended every session there was.
 * FOR SHARE waits for a change that is under way. Answers with how many other sessions there are.
 */
async function begin(em: EntityManager, person: Person, refresh: NewRefreshToken): Promise<number> {
  const [begun] = await personal<{ others: number }>(
    em,
    sql`
    insert into session (id, person_id, family_hash, token_hash, created_at, expires_at)
    select ${refresh.sessionId}, id, ${refresh.familyHash}, ${refresh.hash}, now(), ${refresh.expiresAt}::timestamptz
    from person where id = ${person.id} and password_hash = ${person.passwordHash} and suspended_at is null for share
    returning (select count(*)::int from session s where s.person_id = ${person.id} and s.ended_at is null) as others`,
  );
  if (!begun) throw wrong();
  return begun.others;
}

/** Those begun longest ago make room. */
async function endOldest(ctx: Context, { id }: Person): Promise<void> {
  await transact(ctx, id, async (tx) => {
    await tx.tell(await endSessions(tx, id, { butLast: mostSessions }));
  });
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
