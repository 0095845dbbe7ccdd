import type { Turn } from '../throttle/throttle.ts';
import type { Context } from '../viewer.ts';
import { sessionOf } from './session-of.ts';

/** What a code counts for in a session, which has shown one when it was begun: itself, by the hour and by the day. */
export function codesOfSession(ctx: Context): readonly Turn[] {
  const who = `session ${sessionOf(ctx)}`;
  return [
    ['signIn', `code of ${who}`],
    ['codesOfDay', who],
  ];
}
