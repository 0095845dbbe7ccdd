import { Refusal } from '../errors.ts';
import type { Read, Tokens } from '../tokens.ts';
import type { Context, VisitClaim } from '../viewer.ts';
import { assertStanding } from './assert-standing.ts';
import { tryToken } from './try-token.ts';

/** Whether a visit goes on, as the noun says whose it is. */
export type VisitCheck = (ctx: Context, visit: VisitClaim) => Promise<boolean>;

/** Whether an access or visit token is good at this moment, and until when; null when it is not. */
export async function verifyToken(
  ctx: Context,
  tokens: Tokens,
  visitStands: VisitCheck,
  token: string,
): Promise<Read | null> {
  try {
    return await tryToken(ctx, async () => {
      const read = tokens.read({ authorization: `Bearer ${token}` });
      const { viewer } = read;
      if (viewer.kind === 'person') await assertStanding(ctx.em, viewer.sessionId);
      const over = viewer.kind === 'guest' && !(await visitStands(ctx, viewer.visit));
      return over ? null : read;
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'UNAUTHENTICATED') return null;
    throw error;
  }
}
