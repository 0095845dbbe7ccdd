import type { EntityManager } from '@mikro-orm/core';
import { rows } from './rows.ts';
import type { Sql } from './sql.ts';

export interface SweeperOptions {
  em(): EntityManager;
  readonly everyMs: number;
  /** Each deletes at most so many rows that nobody may read any more, and returns a row for each. */
  readonly sweeps: readonly ((most: number) => Sql)[];
  warn(message: string): void;
}

/** Rows deleted at once: few enough that nobody waits for their locks. */
const batch = 5_000;

/** Deletes what has had its time, a minute after the start and then every so often. Processes on one database may all do it. */
export function openSweeper({ em, everyMs, sweeps, warn }: SweeperOptions): { close(): Promise<void> } {
  let closed = false;

  async function sweep(): Promise<void> {
    for (const one of sweeps) {
      for (let gone = batch; gone === batch && !closed; ) gone = (await rows(em(), one(batch))).length;
    }
  }

  async function tick(): Promise<void> {
    await sweep().catch((error: Error) => warn(`What is old could not be deleted: ${error.message}`));
    if (!closed) timer = setTimeout(next, everyMs);
  }

  function next(): void {
    running = tick();
  }

  let running = Promise.resolve();
  let timer = setTimeout(next, Math.min(everyMs, 60_000));
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
