import type { IncomingMessage } from 'node:http';
import { clientAddress } from './client-address.ts';

/** Where a request comes from; null: the connection is gone. */
export type AddressReader = (request: Pick<IncomingMessage, 'socket' | 'headers'>) => string | null;

/** For both doors. `warn` hears, once, of a proxy that nobody has told of: behind it all clients share one address. */
export function addressReader(proxies: number, warn: (message: string) => void): AddressReader {
  let warned = proxies > 0;
  return (request) => {
    if (!warned && request.headers['x-forwarded-for'] !== undefined) {
      warned = true;
      warn(unknownProxy);
    }
    return clientAddress(request, proxies);
  };
}

const unknownProxy =
  'A request came with X-Forwarded-For, but TRUST_PROXY is 0. If a proxy of yours wrote it, all clients share the limits of one address: set TRUST_PROXY.';
