import { Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';

/** The session of the person asking. Throws UNAUTHENTICATED for everybody else. */
export function sessionOf({ viewer }: Context): string {
  if (viewer.kind !== 'person') throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
  return viewer.sessionId;
}
