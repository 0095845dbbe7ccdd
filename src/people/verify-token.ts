import { Refusal } from '../errors.ts';
import type { Read, Tokens } from '../tokens.ts';
import type { Context } from '../viewer.ts';
import { assertStanding } from './assert-standing.ts';
import { tryToken } from './try-token.ts';

/** Whether an access or visit token is good at this moment, and until when; null when it is not. */
export async function verifyToken(ctx: Context, tokens: Tokens, token: string): Promise<Read | null> {
  try {
    return await tryToken(ctx, async () => {
      const read = tokens.read({ authorization: `Bearer ${token}` });
      if (read.viewer.kind === 'person') await assertStanding(ctx.em, read.viewer.sessionId);
      return read;
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'UNAUTHENTICATED') return null;
    throw error;
  }
}
