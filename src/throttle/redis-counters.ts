import { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { memoryCounters } from './memory-counters.ts';
import type { Counters } from './throttle.ts';

/** A Redis that is there but silent must not keep anybody from signing in. */
const patienceMs = 500;

/** Of all processes on one Redis; while it is out of reach each process counts by itself. */
export async function redisCounters({ url, prefix }: { url: string; prefix: string }): Promise<Counters> {
  const storeClient = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    commandTimeout: patienceMs,
    retryStrategy: (attempt) => Math.min(attempt * 100, 1_000),
  });
  // The bell says in the log when Redis is out of reach.
  storeClient.on('error', () => {});
  await readyOrNot(storeClient);
  const own = memoryCounters();
  const shared = { storeClient, rejectIfRedisNotReady: true };
  return {
    counts: new RateLimiterRedis({
      ...shared,
      keyPrefix: `${prefix}count`,
      points: own.counts.points,
      duration: own.counts.duration,
      insuranceLimiter: own.counts,
    }),
    gates: new RateLimiterRedis({
      ...shared,
      keyPrefix: `${prefix}gate`,
      points: own.gates.points,
      duration: own.gates.duration,
      insuranceLimiter: own.gates,
    }),
    close: async () => storeClient.disconnect(),
  };
}

/** The first to come are counted together with the others, unless Redis is away. */
function readyOrNot(client: Redis): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(patience);
      resolve();
    };
    const patience = setTimeout(done, patienceMs);
    client.once('ready', done);
    client.once('close', done);
  });
}
