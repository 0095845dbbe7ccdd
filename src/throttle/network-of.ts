import { isIPv6 } from 'node:net';

/** Whom an address belongs to: itself, or of IPv6 its first 64 bits, because a household has all the rest to choose from. */
export function networkOf(address: string | null): string {
  if (address === null || !isIPv6(address)) return address ?? 'unknown';
  // A URL writes it in the one canonical way, without a dotted end.
  const canonical = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  const [before, after] = canonical.split('::').map((half) => (half ? half.split(':') : []));
  const zeros = Array<string>(after ? 8 - before!.length - after.length : 0).fill('0');
  return `${[...before!, ...zeros, ...(after ?? [])].slice(0, 4).join(':')}::/64`;
}
