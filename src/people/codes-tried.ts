import { networkOf } from '../throttle/network-of.ts';
import type { Turn } from '../throttle/throttle.ts';
import type { Device } from '../tokens.ts';

/**
 * What a code counts for when somebody signs in, who has shown the right password before: by the hour for the device, or for the
 * network where it is none that has signed in before, so that no stranger makes the owner wait; by the day for the device too,
 * or for all others together. Three of a million codes are good at a time, so ten wrong ones a day, for as long as the password
 * stays known to a stranger, are right once in 91 years.
 */
export function codesTried(personId: string, from: string | null, device: Device | null): readonly Turn[] {
  const who = device ? `device ${device.id}` : personId;
  return [
    ['signIn', device ? `code of ${who}` : `code of ${networkOf(from)} ${who}`],
    ['codesOfDay', who],
  ];
}
