import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Counters } from './throttle.ts';

/** Of this process alone. */
export function memoryCounters(): Counters {
  return {
    counts: new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 3_600 }),
    gates: new RateLimiterMemory({ points: 1, duration: 1 }),
    close: async () => {},
  };
}
