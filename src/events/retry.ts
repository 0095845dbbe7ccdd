import type { EntityManager } from '@mikro-orm/core';
import { rows } from '../database/rows.ts';
import { sql } from '../database/sql.ts';
import { fingerprint } from './fingerprint.ts';
import { type OnceKey, recall } from './recall.ts';
import { Repeated } from './repeated.ts';

/** Nothing is made: what is changed stands in the input. */
const nothing = '00000000-0000-0000-0000-000000000000';

/**
 * The key of a mutation that changes what is there. Its first transaction remembers the key, so neither is kept without the other;
 * a second call waits for the one in progress.
 */
export class Retry {
  private done = false;

  constructor(private readonly once: Omit<OnceKey, 'makes' | 'within'>) {}

  /** At the beginning of the transaction. Throws Repeated, or IDEMPOTENCY_KEY_REUSED when the input differs. */
  async take(em: EntityManager, stream: string): Promise<void> {
    if (this.done) return;
    const earlier = await recall(em, stream, { ...this.once, makes: nothing });
    if (earlier) throw new Repeated();
  }

  committed(): void {
    this.done = true;
  }

  /** Whether this key has come before, at whatever restaurant, and with this input or another one. */
  async earlier(em: EntityManager): Promise<'same' | 'other' | null> {
    const { viewer, field, key, input } = this.once;
    const found = await rows<{ fingerprint: string }>(
      em,
      sql`
      select fingerprint from idempotency_key
      where viewer = ${viewer} and field = ${field} and key = ${key} and created_at >= now() - interval '24 hours'`,
    );
    if (found.length === 0) return null;
    const print = fingerprint(input);
    return found.some((one) => one.fingerprint === print) ? 'same' : 'other';
  }
}
