import { Refusal } from '../errors.ts';
import { networkOf } from '../throttle/network-of.ts';
import type { Context } from '../viewer.ts';

/**
 * Does what a token is shown for. Only tokens that fail are counted, and only they are refused when it is too much: nobody guesses
 * 256 bits, and a stranger on the same network must not keep a kitchen's session from going on. Throws RATE_LIMITED.
 */
export async function tryToken<T>({ throttle, from }: Context, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failed =
      error instanceof Refusal && (error.code === 'TOKEN_INVALID' || error.code === 'UNAUTHENTICATED');
    if (failed) await throttle.pass(['token', networkOf(from)]);
    throw error;
  }
}
