import { Refusal } from '../errors.ts';
import { networkOf } from '../throttle/network-of.ts';
import type { Read, Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { assertStanding } from './assert-standing.ts';

/** Whether an access or visit token is good at this moment, and until when; null when it is not. */
export async function verifyToken(
  { em, throttle, from }: Context,
  tokens: Tokens,
  token: string,
): Promise<Read | null> {
  await throttle.pass(['token', networkOf(from)]);
  try {
    const read = tokens.read({ authorization: `Bearer ${token}` });
    if (read.viewer.kind === 'person') await assertStanding(em, read.viewer.sessionId);
    return read;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
