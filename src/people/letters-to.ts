import { networkOf } from '../throttle/network-of.ts';
import type { Turn } from '../throttle/throttle.ts';
import { emailKey } from './email-key.ts';

/** What a letter counts for that somebody has sent to an address which may not be theirs. */
export function lettersTo(email: string, from: string | null): readonly Turn[] {
  return [
    ['register', networkOf(from)],
    ['letter', emailKey(email)],
  ];
}
