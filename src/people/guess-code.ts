import { Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';

/**
 * Counts a code of a second factor before it is tried, for `who` tries it: a device or a session, which have shown one before, or
 * all others at an account together. `work` throws SECOND_FACTOR_INVALID for a wrong one. Throws RATE_LIMITED too.
 */
export async function guessCode(
  { throttle }: Pick<Context, 'throttle'>,
  who: string,
  work: () => Promise<void>,
): Promise<void> {
  const isRight = await throttle.guess([['signIn', `code of ${who}`]], async () => {
    try {
      await work();
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'SECOND_FACTOR_INVALID') return false;
      throw error;
    }
  });
  if (!isRight) throw new Refusal('SECOND_FACTOR_INVALID');
}
