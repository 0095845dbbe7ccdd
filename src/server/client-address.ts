import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Where a client asks from, past so many proxies of our own. Each of them adds, at the end of X-Forwarded-For, whom it got the
 * request from; what stands further left than they can have written is the client's invention. Null: the connection is gone.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  proxies: number,
): string | null {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  let nearest = plain(socket.remoteAddress ?? '');
  for (const one of forwarded.reverse().slice(0, proxies)) {
    const address = plain(one);
    if (!isIP(address)) break;
    nearest = address;
  }
  return nearest || null;
}

/** Without the port that some proxies add, and IPv4 as itself. */
function plain(text: string): string {
  const address = text.trim();
  const { v6, v4 } = /^(?:\[(?<v6>[^\]]+)\](?::\d+)?|(?<v4>[\d.]+):\d+)$/.exec(address)?.groups ?? {};
  return (v6 ?? v4 ?? address).replace(/^::ffff:(?=[\d.]+$)/i, '');
}
