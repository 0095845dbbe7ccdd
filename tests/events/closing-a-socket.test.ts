import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { WebSocket } from 'ws';
import { KitchenTicketsDocument, MeDocument, OpenCartDocument } from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { type Person, type Place, place, staff } from '../support/build.ts';
import { signed } from '../support/signed.ts';
import { codesOf, Wire } from './wire.ts';

let app: TestApp;
let here: Place;
let kim: Person;

beforeAll(async () => {
  app = await startApp({ config: { bodyLimitBytes: 64 * 1024 } });
  here = await place(app);
  kim = await staff(app, here.id, 'KITCHEN');
});

afterAll(() => app.close());

const tickets = ({ id } = here) => ({
  query: print(KitchenTicketsDocument),
  variables: { restaurantId: id },
});
const cart = ({ slug } = here) => ({ query: print(OpenCartDocument), variables: { restaurantSlug: slug } });

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
  test('that is broken closes the socket with 4401', async () => {
    const wire = await Wire.connected(kim);
    wire.send({ type: 'connection_init', payload: { authorization: 'Bearer broken' } });
    expect((await wire.closed).code).toBe(4401);
  });

  test('says in the acknowledgement when it ends, and then the socket closes with 4401', async () => {
    const before = Date.now();
    const wire = await Wire.open(new As(app.url, { accessToken: signed(kim, { expiresIn: 2 }) }));
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

test('nothing is begun on a socket that is being closed', async () => {
  const wire = await Wire.open(kim);
  wire.stopReading();
  wire.send('garbage');
  wire.subscribe('cart', cart());
  wire.readAgain();
  expect((await wire.closed).code).toBe(4400);
  await kim.ask(MeDocument);
  expect(app.statements.texts.join()).not.toContain('insert into cart');
});

describe('a server that stops', () => {
  let stopping: TestApp;
  let there: Place;
  let lee: Person;
  let wire: Wire;

  beforeEach(async () => {
    stopping = await startApp();
    there = await place(stopping);
    lee = await staff(stopping, there.id, 'KITCHEN');
    wire = await Wire.open(lee);
    wire.subscribe('board', tickets(there));
    await wire.at('board', 0);
  });

  /** Runs with a mutation in progress that does not end before this does. */
  async function whileCartIsOpened(work: () => Promise<void>): Promise<void> {
    await stopping.database.em().transactional(async (em) => {
      await rows(em, sql`lock table cart in access exclusive mode`);
      wire.subscribe('cart', cart(there));
      wire.send({ type: 'ping' });
      await wire.find(({ type }) => type === 'pong');
      await work();
    });
  }

  test('closes its sockets with 1012, whatever they watch', async () => {
    await stopping.close();
    expect(await wire.closed).toEqual({ code: 1012, reason: 'The server restarts' });
    expect(wire.of('board')).toHaveLength(1);
  });

  test('answers what it is doing, begins nothing more, and lets everybody else go meanwhile', async () => {
    const screen = await Wire.open(lee);
    screen.subscribe('board', tickets(there));
    await screen.at('board', 0);
    let stopped: Promise<void>;
    await whileCartIsOpened(async () => {
      stopped = stopping.close();
      expect((await screen.closed).code).toBe(1012);
      wire.subscribe('late', { query: '{ __typename }' });
      expect(codesOf(await wire.at('late', 0))).toEqual(['SERVICE_UNAVAILABLE']);
      expect(wire.of('cart')).toEqual([]);
    });
    expect((await wire.closed).code).toBe(1012);
    expect(wire.of('cart').map(({ type }) => type)).toEqual(['next', 'complete']);
    expect(codesOf(wire.of('cart')[0]!)).toEqual([]);
    await stopped!;
  });

  test('does not wait for ever', async () => {
    let stopped: Promise<void>;
    await whileCartIsOpened(async () => {
      stopped = stopping.close();
      expect((await wire.closed).code).toBe(1012);
    });
    await stopped!;
  });
});
