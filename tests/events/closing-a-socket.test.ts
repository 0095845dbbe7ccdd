import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import jwt from 'jsonwebtoken';
import { WebSocket } from 'ws';
import { KitchenTicketsDocument } from '../../schema/operations.ts';
import { jwtSecret, startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { type Person, type Place, place, staff } from '../support/build.ts';
import { Wire } from './wire.ts';

let app: TestApp;
let here: Place;
let kim: Person;

beforeAll(async () => {
  app = await startApp({ config: { bodyLimitBytes: 64 * 1024 } });
  here = await place(app);
  kim = await staff(app, here.id, 'KITCHEN');
});

afterAll(() => app.close());

const tickets = () => ({ query: print(KitchenTicketsDocument), variables: { restaurantId: here.id } });

describe('a socket is closed', () => {
  test.each([
    ['is not JSON', 'garbage'],
    ['is JSON but no message', '[1, 2]'],
    ['is null', 'null'],
    ['has no type', '{"id":"1"}'],
    ['has an unknown type', '{"id":"1","type":"start"}'],
    ['subscribes without a document', '{"id":"1","type":"subscribe","payload":{}}'],
    ['subscribes without an id', '{"type":"subscribe","payload":{"query":"{ __typename }"}}'],
    ['only a server may send: next', '{"id":"1","type":"next","payload":{}}'],
    ['only a server may send: error', '{"id":"1","type":"error","payload":[{"message":"no"}]}'],
    ['only a server may send: connection_ack', '{"type":"connection_ack"}'],
  ])('with 4400 after a message that %s', async (_, message) => {
    const wire = await Wire.open(kim);
    wire.send(message);
    expect((await wire.closed).code).toBe(4400);
    expect(app.failures).toEqual([]);
  });

  test('with 4409, naming the id, when an id is used that is in use', async () => {
    const wire = await Wire.open(kim);
    wire.subscribe('board', tickets());
    await wire.at('board', 0);
    wire.subscribe('board', tickets());
    expect(await wire.closed).toEqual({ code: 4409, reason: 'Subscriber for board already exists' });
  });

  test('with 4409 too when the id is longer than a reason may be', async () => {
    const wire = await Wire.open(kim);
    const id = 'ü'.repeat(500);
    wire.subscribe(id, tickets());
    wire.subscribe(id, tickets());
    expect((await wire.closed).code).toBe(4409);
  });

  test('with 4401 when it subscribes before it is acknowledged', async () => {
    const wire = await Wire.connected(kim);
    wire.subscribe('board', tickets());
    expect((await wire.closed).code).toBe(4401);
  });

  test('with 4429 when it introduces itself twice', async () => {
    const wire = await Wire.open(kim);
    wire.send({ type: 'connection_init' });
    expect((await wire.closed).code).toBe(4429);
  });

  test('with 4408 when it never introduces itself', async () => {
    const wire = await Wire.connected(kim);
    expect((await wire.closed).code).toBe(4408);
  });

  test('with 1009 after a message over the limit', async () => {
    const wire = await Wire.open(kim);
    wire.subscribe('large', { query: `{ __typename }${' '.repeat(1_000_000)}` });
    expect((await wire.closed).code).toBe(1009);
  });

  test('with 4406 when it speaks another protocol', async () => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`);
    const code = await new Promise((resolve) => socket.once('close', resolve));
    expect(code).toBe(4406);
  });
});

describe('a token', () => {
  /** A token for Kim that is good for so many seconds. */
  function tokenFor(seconds: number): string {
    return jwt.sign({ kind: 'access', sid: kim.id }, jwtSecret, {
      issuer: 'comanda',
      audience: 'comanda-api',
      subject: kim.id,
      expiresIn: seconds,
    });
  }

  test('that is broken closes the socket with 4401', async () => {
    const wire = await Wire.connected(kim);
    wire.send({ type: 'connection_init', payload: { authorization: 'Bearer broken' } });
    expect((await wire.closed).code).toBe(4401);
  });

  test('says in the acknowledgement when it ends, and then the socket closes with 4401', async () => {
    const before = Date.now();
    const wire = await Wire.open(new As(app.url, { accessToken: tokenFor(2) }));
    const [ack] = wire.messages;
    const ends = Date.parse((ack!.payload as { expiresAt: string }).expiresAt);
    expect(Math.abs(ends - before)).toBeLessThanOrEqual(3_000);
    wire.subscribe('board', tickets());
    await wire.at('board', 0);
    expect((await wire.closed).code).toBe(4401);
    expect(Date.now()).toBeGreaterThanOrEqual(ends - 50);
  });

  test('is not needed: nobody in particular is acknowledged without an end', async () => {
    const wire = await Wire.open(new As(app.url));
    expect(wire.messages[0]).toEqual({ type: 'connection_ack', payload: {} });
    await wire.hangUp();
  });
});

describe('a connection is refused', () => {
  test('from the page of a stranger, and the server lives on when the stranger slams the door', async () => {
    for (let round = 0; round < 20; round++) {
      const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        origin: 'https://stranger.example',
      });
      const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
      expect(error.message).toContain('403');
    }
    const wire = await Wire.open(kim);
    await wire.hangUp();
  });

  test('at another path', async () => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws');
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toContain('404');
  });
});

test('a server that stops closes its sockets with 1012', async () => {
  const stopping = await startApp();
  const wire = await Wire.open(new As(stopping.url));
  await stopping.close();
  expect((await wire.closed).code).toBe(1012);
});
