import type { EntityManager } from '@mikro-orm/core';
import { rows } from '../database/rows.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import { fingerprint } from './fingerprint.ts';

export interface OnceKey {
  /** Whose key it is: two viewers' equal keys are two keys. */
  readonly viewer: string;
  readonly field: string;
  readonly key: string;
  readonly input: unknown;
  /** The id of what this call is about to make. */
  readonly makes: string;
  /** What the key is valid within: the transaction's stream unless that is being made right now. */
  readonly within?: string;
}

/** What an earlier call with this key made, or null. A key of an attempt that rolled back was never taken. */
export async function recall(em: EntityManager, own: string, once: OnceKey): Promise<string | null> {
  const stream = once.within ?? own;
  const print = fingerprint(once.input);
  const [taken] = await rows(
    em,
    sql`
    insert into idempotency_key as k (viewer, field, stream, key, fingerprint, made_id, created_at)
    values (${once.viewer}, ${once.field}, ${stream}, ${once.key}, ${print}, ${once.makes}, now())
    on conflict (viewer, field, stream, key) do update
      set fingerprint = excluded.fingerprint, made_id = excluded.made_id, created_at = excluded.created_at
      where k.created_at < now() - interval '24 hours'
    returning 1`,
  );
  if (taken) return null;
  const [earlier] = await rows<{ fingerprint: string; made_id: string }>(
    em,
    sql`
    select fingerprint, made_id from idempotency_key
    where viewer = ${once.viewer} and field = ${once.field} and stream = ${stream} and key = ${once.key}`,
  );
  if (earlier!.fingerprint !== print) throw new Refusal('IDEMPOTENCY_KEY_REUSED');
  return earlier!.made_id;
}
