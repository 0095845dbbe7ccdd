import type { EntityManager } from '@mikro-orm/core';
import type { AuditDraft } from '../audit/audit-draft.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { type Scope, scoped } from '../database/scoped.ts';
import type { Bell } from './bell.ts';
import type { EventData } from './event.entity.ts';
import { type OnceKey, recall } from './recall.ts';
import { type Counted, record } from './record.ts';

/** Something that happened, before it has a number. */
export interface Fact {
  /** `order.placed`: the topic, a dot, and the verb in the past. */
  readonly kind: string;
  readonly subject: string;
  readonly data?: EventData;
}

export interface Counts {
  /** Also take the next number of this key's tally: the day's order number. */
  readonly tally?: string;
  /** Also raise the revision: the menu's version. */
  readonly revise?: boolean;
}

/** A transaction on one stream. For a restaurant's stream it is also the restaurant's scope. */
export interface Work extends Scope {
  readonly em: EntityManager;
  /**
   * The id that an earlier call with this key made, or null: then this call makes `key.makes`, and the key remembers.
   * A second call waits while the first is in progress. Throws IDEMPOTENCY_KEY_REUSED when the input differs.
   */
  once(key: OnceKey): Promise<string | null>;
  /**
   * Numbers the facts and writes them as events. It takes the transaction's last lock: after it, only inserts.
   * Numbers follow commit order; a transaction that rolls back leaves no gap.
   */
  tell(facts: readonly Fact[], counts?: Counts): Promise<Counted>;
  /** Rings another stream as well once this has committed. */
  ring(stream: string): void;
}

/**
 * Runs `work` in one transaction, with the audit's entry of it, and rings the bell after its commit; if it throws, nothing has happened.
 * Inside, only the manager and scope handed over may be used: any other query throws at once.
 */
export async function transact<T>(
  { em, bell, audit }: { em: EntityManager; bell: Bell; audit?: AuditDraft | null },
  stream: string,
  work: (tx: Work) => Promise<T>,
): Promise<T> {
  const rung = new Set<string>();
  const mark = { open: true };
  const result = await em.transactional(async (own) => {
    own.setFilterParams('tenant', { restaurantId: stream });
    const scope = scoped(own, stream);
    const tx: Work = {
      restaurantId: stream,
      em: own,
      rows: scope.rows,
      row: scope.row,
      once: (key) => recall(own, stream, key),
      tell: async (facts, counts = {}) => {
        await own.flush();
        rung.add(stream);
        audit?.happened(facts);
        return record(own, stream, facts, counts);
      },
      ring: (other) => rung.add(other),
    };
    try {
      const done = await inTransaction.run(mark, () => work(tx));
      await audit?.keep(own);
      return done;
    } finally {
      mark.open = false;
    }
  });
  audit?.committed();
  for (const one of rung) bell.ring(one);
  return result;
}
