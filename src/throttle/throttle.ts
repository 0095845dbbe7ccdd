import { createHash } from 'node:crypto';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { Refusal } from '../errors.ts';

/** What is limited; the settings LIMIT_… say how many of each are free in an hour, or of what is `OfDay` at all in a day. */
export type Limited =
  | 'signIn'
  | 'signInOfAccount'
  | 'signInOfNetwork'
  | 'codesOfDay'
  | 'register'
  | 'letter'
  | 'invite'
  | 'invitedOfDay'
  | 'createRestaurant'
  | 'startVisit'
  | 'trackOrder'
  | 'joinCart'
  | 'parse'
  | 'parseOfTable'
  | 'parseOfRestaurant'
  | 'token'
  | 'refusal'
  | 'export';

export type Limits = Readonly<Record<Limited, number>>;

/** One kind of limit, and whom it counts for: a network, an account. */
export type Turn = readonly [what: Limited, who: string];

/**
 * Slows down who asks for too much. So many are free in an hour; then each has to wait for a second, two, four … at the longest
 * a quarter of an hour, or a minute where strangers share the count. Who comes too early is refused and not counted, so that
 * insisting makes nothing worse. Of what is counted by the day there are so many and then none until it is over. Each call counts, whatever its document, its alias and its door.
 */
export interface Throttle {
  /** Throws RATE_LIMITED, and then has counted nothing. */
  pass(...turns: readonly Turn[]): Promise<void>;
  /** Counts a guess before it is made, so that many at once are no way round, and only the wrong ones for good. Throws RATE_LIMITED. */
  guess(turns: readonly Turn[], isRight: () => Promise<boolean>): Promise<boolean>;
  close(): Promise<void>;
}

export interface Counters {
  /** Of an hour, without an end. */
  readonly counts: RateLimiterAbstract;
  /** Each of one point: whoever takes it keeps the next one waiting. */
  readonly gates: RateLimiterAbstract;
  close(): Promise<void>;
}

export function openThrottle(limits: Limits, { counts, gates, close }: Counters): Throttle {
  async function take(turn: Turn): Promise<Taken> {
    const [what] = turn;
    const key = keyOf(turn);
    const { consumedPoints, msBeforeNext } = await counts.consume(key, 1, windowOf(what));
    const over = consumedPoints - limits[what];
    if (over < 0 || (isOfDay(what) && over === 0)) return { key, gated: false };
    if (isOfDay(what)) {
      await counts.reward(key);
      throw tooEarly({ msBeforeNext });
    }
    const seconds = Math.min(2 ** over, longestSeconds(what));
    try {
      await gates.consume(key, 1, { customDuration: seconds });
    } catch (refused) {
      await counts.reward(key);
      throw 'msBeforeNext' in (refused as object) ? tooEarly(refused as { msBeforeNext: number }) : refused;
    }
    return { key, gated: true };
  }

  /** With the gate it shut, which is open again for the next one. */
  async function giveBack(taken: readonly Taken[]): Promise<void> {
    await Promise.all(
      taken.flatMap(({ key, gated }) => [counts.reward(key), ...(gated ? [gates.delete(key)] : [])]),
    );
  }

  async function takeAll(turns: readonly Turn[]): Promise<Taken[]> {
    const taken: Taken[] = [];
    try {
      for (const turn of turns) taken.push(await take(turn));
      return taken;
    } catch (refused) {
      await giveBack(taken);
      throw refused;
    }
  }

  return {
    async pass(...turns) {
      await takeAll(turns);
    },
    async guess(turns, isRight) {
      const taken = await takeAll(turns);
      let wrong = false;
      try {
        wrong = !(await isRight());
      } finally {
        if (!wrong) await giveBack(taken);
      }
      return !wrong;
    },
    close,
  };
}

/** Whom it counts for may be an e-mail address, which stays here. */
function keyOf([what, who]: Turn): string {
  return `${what}:${createHash('sha256').update(who).digest('base64url')}`;
}

function isOfDay(what: Limited): boolean {
  return what.endsWith('OfDay');
}

function windowOf(what: Limited): { customDuration?: number } {
  return isOfDay(what) ? { customDuration: 24 * 60 * 60 } : {};
}

/** What strangers share, an address's letters or a whole network, must not keep the others out for long. */
function longestSeconds(what: Limited): number {
  return ofOne.has(what) ? 900 : 60;
}

const ofOne: ReadonlySet<Limited> = new Set([
  'signIn',
  'invite',
  'createRestaurant',
  'parse',
  'refusal',
  'export',
]);

interface Taken {
  readonly key: string;
  /** It shut the gate for those who come after it. */
  readonly gated: boolean;
}

function tooEarly({ msBeforeNext }: { msBeforeNext: number }): Refusal {
  const retryAfter = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new Refusal('RATE_LIMITED', `Too many of these: come again in ${retryAfter} s.`, { retryAfter });
}
