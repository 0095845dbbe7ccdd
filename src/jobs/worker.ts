import type { EntityManager } from '@mikro-orm/core';
import type { Bell } from '../events/bell.ts';
import type { JobPayload } from './job.entity.ts';
import { JobFailure } from './job-failure.ts';
import { type ClaimedJob, jobQueue } from './job-queue.ts';
import { jobsStream } from './jobs-stream.ts';

/** Does a job; it is done when this resolves. Stops soon after the signal, because then the job is somebody else's. */
export type JobHandler = (
  job: { readonly id: string; readonly payload: JobPayload },
  signal: AbortSignal,
) => Promise<void>;

export interface WorkerOptions {
  em(): EntityManager;
  readonly bell: Bell;
  /** By the kind of job. Kinds that are not here are left to processes that know them. */
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** No other process works on this table, so whatever is claimed at the start was left by one that has died. */
  readonly alone: boolean;
  /** How often the table is looked at when no ring came, in milliseconds: what is due later waits at most so much longer. */
  readonly everyMs: number;
  /** How long a job waits after its first failure, in milliseconds; after each further one twice as long, up to an hour. */
  readonly retryMs: number;
  warn(message: string): void;
}

export interface Worker {
  /** Begins nothing new, waits for what runs; what still runs when patience ends is stopped and left to another process. */
  close(patienceMs: number): Promise<void>;
}

const atOnce = 5;
/** Longer than anything a job does, shorter than anybody's patience: a job of a process that was killed is begun again after it. */
const leaseMs = 120_000;
/** A handler is stopped before its lease ends. */
const deadlineMs = 100_000;
const hourMs = 3_600_000;
/** Three days of waiting an hour, beside the first quick ones. */
const mostAttempts = 84;

/**
 * Does jobs, a few at once. Any number of processes may work on one table: a job is claimed in a short transaction, done outside
 * of any, and deleted when it is done. While the database is out of reach nothing is claimed; nothing is lost either.
 */
export async function openWorker(options: WorkerOptions): Promise<Worker> {
  const { em, bell, handlers, everyMs, warn } = options;
  const kinds = Object.keys(handlers);
  const running = new Set<Promise<void>>();
  const failing = new Set<string>();
  const closing = new AbortController();
  let closed = false;
  let rung = false;
  let outOfReach = false;
  let claiming: Promise<void> | null = null;
  if (options.alone) await jobQueue.releaseAll(em());
  const stopListening = await bell.listen(jobsStream, ring);
  const timer = setInterval(ring, everyMs);
  ring();

  /** Rings that come while jobs are being claimed, or while there is no room for more, are one more look at the table. */
  function ring(): void {
    rung = true;
    if (closed || claiming) return;
    claiming = claim().finally(() => {
      claiming = null;
      if (rung && running.size < atOnce) ring();
    });
  }

  async function claim(): Promise<void> {
    while (rung && !closed && running.size < atOnce) {
      rung = false;
      const room = atOnce - running.size;
      const jobs = await claimOrSay(room);
      if (jobs.length === room) rung = true;
      for (const job of jobs) start(job);
    }
  }

  /** One line for an outage: the next ring or the timer tries again. */
  async function claimOrSay(room: number): Promise<ClaimedJob[]> {
    try {
      const jobs = await jobQueue.claim(em(), kinds, room, leaseMs);
      outOfReach = false;
      return jobs;
    } catch (error) {
      if (!outOfReach) warn(`Jobs cannot be claimed: ${(error as Error).message}`);
      outOfReach = true;
      return [];
    }
  }

  function start(job: ClaimedJob): void {
    const run = perform(job)
      .catch((error: Error) => warn(`The job ${job.id} could not be put away: ${error.message}`))
      .finally(() => {
        running.delete(run);
        if (rung) ring();
      });
    running.add(run);
  }

  async function perform(job: ClaimedJob): Promise<void> {
    if (job.attempts > mostAttempts) return giveUp(job, 'CRASHED');
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(deadlineMs)]);
    try {
      await handlers[job.kind]!(job, signal);
    } catch (error) {
      return putBack(job, error);
    }
    failing.delete(job.kind);
    await jobQueue.done(em(), job);
  }

  async function putBack(job: ClaimedJob, error: unknown): Promise<void> {
    if (closing.signal.aborted) return jobQueue.release(em(), job);
    const code = codeOf(error);
    const permanent = error instanceof JobFailure && error.permanent;
    if (permanent || job.attempts >= mostAttempts) return giveUp(job, code);
    if (!failing.has(job.kind)) warn(`Jobs of the kind ${job.kind} fail (${code}) and are tried again.`);
    failing.add(job.kind);
    const delayMs = Math.min(options.retryMs * 2 ** (job.attempts - 1), hourMs);
    await jobQueue.later(em(), job, code, delayMs);
  }

  async function giveUp(job: ClaimedJob, code: string): Promise<void> {
    await jobQueue.giveUp(em(), job, code);
    warn(`The ${job.kind} job ${job.id} is given up after ${job.attempts} attempts: ${code}.`);
  }

  return {
    async close(patienceMs) {
      closed = true;
      clearInterval(timer);
      stopListening();
      await claiming;
      const impatience = setTimeout(() => closing.abort(), patienceMs);
      await Promise.all(running);
      clearTimeout(impatience);
    },
  };
}

/** What may be written down of an error: messages may quote what was sent to whom. */
function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : (error as object).constructor.name;
}
