import type { Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { addressReader } from '../src/server/address-reader.ts';
import { clientAddress } from '../src/server/client-address.ts';

const asked = (remoteAddress: string | undefined, forwarded: string | undefined, proxies: number) =>
  clientAddress(
    { socket: { remoteAddress } as Socket, headers: { 'x-forwarded-for': forwarded } as never },
    proxies,
  );

test.each([
  ['without a proxy nobody is believed', '203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
  ['one proxy says whom it got it from', '10.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
  ['what the client wrote itself is not believed', '10.0.0.1', '1.1.1.1, 198.51.100.1', 1, '198.51.100.1'],
  ['two proxies', '10.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
  ['a proxy that says nothing', '10.0.0.1', undefined, 1, '10.0.0.1'],
  ['a proxy that says nonsense', '10.0.0.1', '198.51.100.1, unknown', 2, '10.0.0.1'],
  ['a port is left away', '10.0.0.1', '198.51.100.1:4711', 1, '198.51.100.1'],
  ['IPv6 with a port', '10.0.0.1', '[2001:db8::7]:4711', 1, '2001:db8::7'],
  ['IPv4 that came over IPv6', '::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
])('%s', (_, socket, forwarded, proxies, from) => {
  expect(asked(socket, forwarded, proxies)).toBe(from);
});

test('a connection that is gone has no address', () => {
  expect(asked(undefined, undefined, 0)).toBeNull();
});

test('a proxy that nobody has told of is logged once; one that is known, or none, never', () => {
  const log: string[] = [];
  const ask = (proxies: number, forwarded: string | undefined) => {
    const addressOf = addressReader(proxies, (message) => log.push(message));
    const request = {
      socket: { remoteAddress: '10.0.0.1' } as Socket,
      headers: { 'x-forwarded-for': forwarded },
    };
    return [addressOf(request as never), addressOf(request as never)];
  };
  expect(ask(1, '198.51.100.1')).toEqual(['198.51.100.1', '198.51.100.1']);
  expect(ask(0, undefined)).toEqual(['10.0.0.1', '10.0.0.1']);
  expect(log).toEqual([]);
  expect(ask(0, '198.51.100.1')).toEqual(['10.0.0.1', '10.0.0.1']);
  expect(log).toEqual([expect.stringContaining('set TRUST_PROXY')]);
});
