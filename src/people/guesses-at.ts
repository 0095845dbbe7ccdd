import { networkOf } from '../throttle/network-of.ts';
import type { Turn } from '../throttle/throttle.ts';
import type { Device } from '../tokens.ts';

/**
 * What a guess at an account's password counts for. A device that has signed in to the account before is counted by itself, so
 * whatever strangers try, and from wherever, even from the same network, keeps nobody from signing in on a device of theirs.
 * All the others share three counts: of the network and the account, of the account, and of the network.
 */
export function guessesAt(emailKey: string, from: string | null, device: Device | null): readonly Turn[] {
  if (device) return [['signIn', `device ${device.id}`]];
  const network = networkOf(from);
  return [
    ['signInOfNetwork', network],
    ['signIn', `${network} ${emailKey}`],
    ['signInOfAccount', emailKey],
  ];
}
