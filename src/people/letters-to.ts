import { networkOf } from '../throttle/network-of.ts';
import type { Turn } from '../throttle/throttle.ts';
import { emailKey } from './email-key.ts';

/**
 * What a letter counts for that somebody has sent to an address which may not be theirs. Those that bring a token whoever asks
 * for them are counted apart: a stranger who uses them up has sent the owner what they need, and with others keeps none of them back.
 */
export function lettersTo(
  email: string,
  from: string | null,
  kind: 'reset' | 'other' = 'other',
): readonly Turn[] {
  return [
    ['register', networkOf(from)],
    ['letter', `${kind} ${emailKey(email)}`],
  ];
}
