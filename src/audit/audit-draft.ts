import type { EntityManager } from '@mikro-orm/core';
import type { Fact } from '../events/transact.ts';
import { AuditEntry } from './audit-entry.entity.ts';
import { entryId } from './entry-id.ts';

/** What is known of a field before it runs. */
export type Begun = Pick<
  AuditEntry,
  'requestId' | 'actorKind' | 'actorId' | 'askedFrom' | 'field' | 'arguments'
> & {
  /** Kept whoever does it; else only what an admin does by that right. */
  readonly always: boolean;
};

/**
 * The entry of the mutation that runs, or of what an admin reads. What it succeeds in is kept by its own transaction, so that neither is there without the
 * other; a refusal, and a success that changed nothing, is kept afterwards.
 */
export class AuditDraft {
  private stream: string | null = null;
  private asAdmin = false;
  private readonly subjectIds = new Set<string>();
  private kept = false;

  constructor(private readonly begun: Begun) {}

  /** The restaurant it is about, and whether only an admin of the platform gets by with it there. */
  about(stream: string | null, asAdmin: boolean): void {
    this.stream = stream;
    this.asAdmin = asAdmin;
  }

  /** Whether who asks has a part in it: works at the restaurant, or is an admin. */
  get hasStanding(): boolean {
    return this.stream !== null || this.asAdmin;
  }

  /** The restaurant it is about, or the platform. */
  get where(): string {
    return this.stream ?? 'platform';
  }

  happened(facts: readonly Fact[]): void {
    for (const { subject } of facts) if (this.subjectIds.size < most) this.subjectIds.add(subject);
  }

  /** In the transaction that makes it true; `committed` says that this one was it. */
  async keep(em: EntityManager): Promise<void> {
    if (!this.kept) await this.write(em, 'OK');
  }

  committed(): void {
    this.kept = true;
  }

  /** When it is over: unless a transaction has kept it already. */
  async close(em: EntityManager, outcome: string): Promise<void> {
    if (outcome !== 'OK' || !this.kept) await this.write(em, outcome);
  }

  private async write(em: EntityManager, outcome: string): Promise<void> {
    const { always, ...begun } = this.begun;
    const { stream, asAdmin } = this;
    if (!always && !asAdmin) return;
    const subjectIds = outcome === 'OK' ? [...this.subjectIds] : [];
    await em.insert(AuditEntry, { ...entryId(), ...begun, stream, asAdmin, subjectIds, outcome });
  }
}

/** Archiving a restaurant ends thousands of visits. */
const most = 10;
