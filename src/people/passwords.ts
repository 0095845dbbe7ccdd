import { Refusal } from '../errors.ts';
import { password } from './password.ts';

/** Hashes passwords a few at a time, however many people come at once. */
export interface Passwords {
  /** Throws RATE_LIMITED when too many wait. */
  hash(secret: string): Promise<string>;
  /** Takes as long for a person who does not exist (null) as for one who does. Throws RATE_LIMITED when too many wait. */
  matches(secret: string, hash: string | null): Promise<boolean>;
}

/** Half of the thread pool: files and names are looked up on the other half while everybody signs in. */
const atOnce = 2;
const secondsEach = 0.1;

/** Beyond the two that run, `mostWaiting` wait in the order they came. */
export function openPasswords(mostWaiting: number): Passwords {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < atOnce) running += 1;
    else await turn();
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed on, so that nobody who has just come takes it first.
      if (next) next();
      else running -= 1;
    }
  }

  function turn(): Promise<void> {
    if (waiting.length >= mostWaiting) {
      const retryAfter = Math.ceil((mostWaiting * secondsEach) / atOnce);
      throw new Refusal('RATE_LIMITED', 'Too many sign in at this moment.', { retryAfter });
    }
    return new Promise((resolve) => waiting.push(resolve));
  }

  return {
    hash: (secret) => inTurn(() => password.hash(secret)),
    matches: (secret, hash) => inTurn(() => password.matches(secret, hash)),
  };
}
