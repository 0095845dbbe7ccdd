import { Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';

/** Counts a code of a second factor before it is tried; `work` throws SECOND_FACTOR_INVALID for a wrong one. Throws RATE_LIMITED too. */
export async function guessCode(
  { throttle }: Pick<Context, 'throttle'>,
  personId: string,
  work: () => Promise<void>,
): Promise<void> {
  const isRight = await throttle.guess([['signIn', `code ${personId}`]], async () => {
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
