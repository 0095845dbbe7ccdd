import type { EntityManager } from '@mikro-orm/core';
import { rows } from '../database/rows.ts';
import { sql } from '../database/sql.ts';
import type { JobPayload } from './job.entity.ts';

export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: JobPayload;
  /** This attempt included. */
  readonly attempts: number;
}

/** The table of jobs, as a worker uses it: a statement a time, each its own transaction. */
export const jobQueue = {
  /** Takes due jobs that nobody is at, the longest due first. They are this process's until `leaseMs` from now. */
  claim(em: EntityManager, kinds: readonly string[], most: number, leaseMs: number): Promise<ClaimedJob[]> {
    return rows<ClaimedJob>(
      em,
      sql`
      update job set attempts = attempts + 1, claimed_until = now() + ${leaseMs}::int * interval '1 ms'
      where id in (
        select id from job
        where run_at <= now() and dead_at is null and kind = any(${kinds}::text[])
          and (claimed_until is null or claimed_until <= now())
        order by run_at, id limit ${most} for update skip locked)
      returning id, kind, payload, attempts`,
    );
  },

  /** Nobody is at any of them any more. */
  async releaseAll(em: EntityManager): Promise<void> {
    await rows(em, sql`update job set claimed_until = null where claimed_until is not null`);
  },

  async done(em: EntityManager, { id }: ClaimedJob): Promise<void> {
    await rows(em, sql`delete from job where id = ${id}`);
  },

  /** These three touch the job only while it is still this attempt's: after a lease another process may be at it. */
  async later(em: EntityManager, { id, attempts }: ClaimedJob, code: string, delayMs: number): Promise<void> {
    await rows(
      em,
      sql`
      update job set claimed_until = null, last_error = ${code}, run_at = now() + ${delayMs}::int * interval '1 ms'
      where id = ${id} and attempts = ${attempts}`,
    );
  },

  async giveUp(em: EntityManager, { id, attempts }: ClaimedJob, code: string): Promise<void> {
    await rows(
      em,
      sql`
      update job set claimed_until = null, last_error = ${code}, dead_at = now()
      where id = ${id} and attempts = ${attempts}`,
    );
  },

  /** As if it had not been begun: for somebody else. */
  async release(em: EntityManager, { id, attempts }: ClaimedJob): Promise<void> {
    await rows(
      em,
      sql`
      update job set claimed_until = null, attempts = attempts - 1
      where id = ${id} and attempts = ${attempts}`,
    );
  },
};
