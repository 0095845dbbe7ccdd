import type { EntityManager } from '@mikro-orm/core';
import type { AuditDraft } from '../audit/audit-draft.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { type Scope, scoped } from '../database/scoped.ts';
import type { Viewer } from '../viewer.ts';
import type { Bell } from './bell.ts';
import { doneBy } from './done-by.ts';
import type { EventData } from './event.entity.ts';
import { type OnceKey, recall } from './recall.ts';
import { type Counted, record } from './record.ts';
import type { Retry } from './retry.ts';

/** Something that happened, before it has a number. */
export interface Fact {
  /** `order.placed`: the topic, a dot, and the verb in the past. */
  readonly kind: string;
  readonly subject: string;
  readonly data?: EventData;
}

export interface Counts {
  /** Also take the next number of this key's tally, or of a later one that has begun: the day's order number. */
  readonly tally?: string;
  /** Also raise the revision: the menu's version. */
  readonly revise?: boolean;
}

/** What a transaction takes: of a context, or of a job. */
export interface Means {
  readonly em: EntityManager;
  readonly bell: Bell;
  /** Who does it; nobody in a job. */
  readonly viewer?: Viewer;
  /** The clock; of the machine where nobody hands in another. */
  readonly now?: () => Date;
  readonly audit?: AuditDraft | null;
  readonly retry?: Retry | null;
}

/** A transaction on one stream. For a restaurant's stream it is also the restaurant's scope. */
export interface Work extends Scope {
  readonly em: EntityManager;
  /** When it began, by the clock that was handed in. */
  readonly now: Date;
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
  /**
   * The same transaction on another stream, with entities of its own: for what concerns several restaurants. To tell takes that
   * stream's counter: streams go in the order of their ids, this one comes last, or two transactions wait for each other.
   */
  on(stream: string): Work;
}

/**
 * Runs `work` in one transaction, with the audit's entry of it, and rings the bell after its commit; if it throws, nothing has happened.
 * Inside, only the manager and scope handed over may be used: any other query throws at once.
 */
export async function transact<T>(
  { em, bell, viewer, audit, retry, now }: Means,
  stream: string,
  work: (tx: Work) => Promise<T>,
): Promise<T> {
  const began = now?.() ?? new Date();
  const by = doneBy(viewer);
  const rung = new Set<string>();
  const mark = { open: true };
  const result = await em.transactional(async (own) => {
    const on = (at: string, manager: EntityManager): Work => {
      manager.setFilterParams('tenant', { restaurantId: at });
      const scope = scoped(manager, at);
      return {
        restaurantId: at,
        em: manager,
        now: began,
        rows: scope.rows,
        row: scope.row,
        once: (key) => recall(manager, at, key),
        tell: async (facts, counts = {}) => {
          await manager.flush();
          rung.add(at);
          audit?.happened(facts);
          return record(manager, at, facts, counts, by);
        },
        ring: (other) => rung.add(other),
        on: (other) => on(other, own.fork({ keepTransactionContext: true })),
      };
    };
    try {
      const done = await inTransaction.run(mark, async () => {
        await retry?.take(own, stream);
        return work(on(stream, own));
      });
      await audit?.keep(own);
      return done;
    } finally {
      mark.open = false;
    }
  });
  audit?.committed();
  retry?.committed();
  for (const one of rung) bell.ring(one);
  return result;
}
