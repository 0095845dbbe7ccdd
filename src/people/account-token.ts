import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/core';
import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { TokenPurpose } from './account-token.entity.ts';
import { emailKey } from './email-key.ts';

export interface FoundToken {
  readonly personId: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly passwordHash: string | null;
}

/** Who has an address, as far as a letter to it may say. */
export interface Known {
  /** As its owner wrote it. */
  readonly email: string;
  readonly verified: boolean;
  /** What the token is for. */
  readonly purpose: 'VERIFY' | 'RESET';
}

const minutes: Readonly<Record<TokenPurpose, number>> = { VERIFY: 24 * 60, RESET: 30, CHANGE_EMAIL: 60 };

/** The single-use tokens of letters. Only their hashes are stored. */
export const accountToken = {
  /**
   * Makes a token for whoever has an address: VERIFY for an account that is not verified yet, RESET for any. VERIFY makes good
   * what is registered in this moment, or else what was before; where several have registered nobody knows whose password the
   * reader knows, and it becomes RESET. One statement, whether it makes one or not; the token is good when there is an account that it is for.
   */
  async byAddress(
    tx: Work,
    purpose: 'VERIFY' | 'RESET',
    address: string,
    registered: { name: string; passwordHash: string } | null = null,
  ): Promise<{ token: string; known: Known | undefined }> {
    const token = random();
    const [known] = await personal<Known>(
      tx.em,
      sql`
      with known as (
        select id, email, verified_at is not null as verified, coalesce(${registered?.name ?? null}::text, name) as name,
          nullif(coalesce(${registered?.passwordHash ?? null}::text, password_hash), '') as password_hash
        from person where email_key = ${emailKey(address)}
      ), meant as (
        select *, case when password_hash is null then 'RESET' else ${purpose}::text end as purpose from known
      ), made as (
        insert into account_token (secret_hash, person_id, purpose, name, password_hash, created_at, expires_at)
        select ${hashOf(token)}, id, purpose, case when purpose = 'VERIFY' then name end,
          case when purpose = 'VERIFY' then password_hash end, now(),
          now() + case when purpose = 'VERIFY' then ${minutes.VERIFY}::int else ${minutes.RESET}::int end * interval '1 minute'
        from meant where not verified or ${purpose}::text = 'RESET'
      )
      select email, verified, purpose from meant`,
    );
    return { token, known };
  },

  /** Makes a token that changes a person's address to this one. */
  async forAddress(tx: Work, personId: string, email: string): Promise<string> {
    const token = random();
    await personal(
      tx.em,
      sql`
      insert into account_token (secret_hash, person_id, purpose, email, created_at, expires_at)
      values (${hashOf(token)}, ${personId}, 'CHANGE_EMAIL', ${email}, now(), now() + ${minutes.CHANGE_EMAIL}::int * interval '1 minute')`,
    );
    return token;
  },

  /** Whose it is, and what for; it stays good. Throws TOKEN_INVALID. */
  async find(em: EntityManager, purpose: TokenPurpose, token: string): Promise<FoundToken> {
    const [found] = await personal<FoundToken>(
      em,
      sql`
      select person_id as "personId", email, name, password_hash as "passwordHash" from account_token
      where secret_hash = ${hashOf(token)} and purpose = ${purpose} and expires_at > now()`,
    );
    if (!found) throw new Refusal('TOKEN_INVALID');
    return found;
  },

  /**
   * Uses it up, and with it every other token of its person: what they were for is over too. Of two who use one at once the
   * second is refused. Throws TOKEN_INVALID.
   */
  async use(tx: Work, { personId }: FoundToken, token: string): Promise<void> {
    const used = await personal<{ hash: string }>(
      tx.em,
      sql`
      delete from account_token where person_id = ${personId} and expires_at > now() returning secret_hash as hash`,
    );
    if (!used.some(({ hash }) => hash === hashOf(token))) throw new Refusal('TOKEN_INVALID');
  },

  /** None of a person's is good any more. */
  async dropAll(tx: Work, personId: string): Promise<void> {
    await personal(tx.em, sql`delete from account_token where person_id = ${personId}`);
  },
};

function random(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
