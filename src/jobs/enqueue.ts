import { randomUUIDv7 } from 'node:crypto';
import { rows } from '../database/rows.ts';
import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import type { JobPayload } from './job.entity.ts';
import { jobsStream } from './jobs-stream.ts';

/**
 * Has something done after the transaction, if it commits: soon or from a moment on, at least once, by any process.
 * A crash may have it done twice, so a handler uses the job's id to make the second time recognisable.
 */
export async function enqueue(
  tx: Work,
  kind: string,
  payload: JobPayload,
  dueAt: Date | null = null,
): Promise<void> {
  await rows(
    tx.em,
    sql`
    insert into job (id, kind, payload, run_at, attempts, created_at)
    values (${randomUUIDv7()}, ${kind}, ${JSON.stringify(payload)}::jsonb, coalesce(${dueAt}::timestamptz, now()), 0, now())`,
  );
  tx.ring(jobsStream);
}
