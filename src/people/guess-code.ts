import { Refusal } from '../errors.ts';
import type { Turn } from '../throttle/throttle.ts';
import type { Context } from '../viewer.ts';
import { totp } from './totp.ts';

/**
 * Counts a code of an app before it is tried, for whom it may be counted; `work` throws SECOND_FACTOR_INVALID for a wrong one.
 * A recovery code counts for nothing and is never kept waiting: nobody guesses 80 bits, and it gets its owner in when somebody
 * else, who knows the password, has used up the tries of the day. Throws RATE_LIMITED too.
 */
export async function guessCode(
  { throttle }: Pick<Context, 'throttle'>,
  turns: readonly Turn[],
  code: string | null | undefined,
  work: () => Promise<void>,
): Promise<void> {
  if (!code || !totp.couldBe(code)) return work();
  const isRight = await throttle.guess(turns, async () => {
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
