import { networkOf } from '../throttle/network-of.ts';
import type { Turn } from '../throttle/throttle.ts';
import type { Device } from '../tokens.ts';

/**
 * What a code counts for when somebody signs in, who has shown the right password before: by the hour for the device, or for the
 * network where it is none that has signed in before, so that no stranger makes the owner wait; by the day for all devices
 * together, because each password that is reset by mail brings a new one, and for all others together. Three of a million codes
 * are good at a time, so twice ten wrong ones a day, for as long as a stranger knows the password, are right once in 45 years.
 */
export function codesTried(personId: string, from: string | null, device: Device | null): readonly Turn[] {
  const where = device ? `device ${device.id}` : `${networkOf(from)} ${personId}`;
  return [
    ['signIn', `code of ${where}`],
    ['codesOfDay', device ? `devices of ${personId}` : personId],
  ];
}
