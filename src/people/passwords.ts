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

/** Of the places to wait, so that whoever fills theirs leaves the others' free. */
const shareOfNetwork = 0.5;

/** Beyond the two that run, `mostWaiting` wait in the order they came, half of them from one network. */
export function openPasswords(mostWaiting: number): (network: string) => Passwords {
  const most = Math.max(1, Math.floor(mostWaiting * shareOfNetwork));
  const waiting: (() => void)[] = [];
  const fromNetwork = new Map<string, number>();
  let running = 0;

  async function inTurn<T>(network: string, work: () => Promise<T>): Promise<T> {
    if (running < atOnce) running += 1;
    else await turn(network);
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed on, so that nobody who has just come takes it first.
      if (next) next();
      else running -= 1;
    }
  }

  async function turn(network: string): Promise<void> {
    const others = fromNetwork.get(network) ?? 0;
    if (waiting.length >= mostWaiting || others >= most) {
      const retryAfter = Math.ceil((mostWaiting * secondsEach) / atOnce);
      throw new Refusal('RATE_LIMITED', 'Too many sign in at this moment.', { retryAfter });
    }
    fromNetwork.set(network, others + 1);
    await new Promise<void>((resolve) => waiting.push(resolve));
    const left = fromNetwork.get(network)! - 1;
    if (left > 0) fromNetwork.set(network, left);
    else fromNetwork.delete(network);
  }

  return (network) => ({
    hash: (secret) => inTurn(network, () => password.hash(secret)),
    matches: (secret, hash) => inTurn(network, () => password.matches(secret, hash)),
  });
}
