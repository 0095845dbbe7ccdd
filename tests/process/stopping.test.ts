import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { migratedFolder, Spawned } from './spawned.ts';

const folder = migratedFolder();
let server: Spawned;

beforeAll(async () => {
  server = new Spawned('main.js', folder);
  await server.says(/npm run first-order/);
});

afterAll(async () => {
  await server.end();
  rmSync(folder, { recursive: true });
});

test('SIGTERM tells screens to come back, waits for nobody who dawdles, lets nobody new in, and ends with 0 within ten seconds', async () => {
  const url = await server.url();
  const screens = await Promise.all(Array.from({ length: 3 }, () => openScreen(url)));
  const idle = await openConnection(url, '');
  const stuck = await openConnection(url, 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{');
  const closes = screens.map((screen) => once(screen, 'close'));
  const since = performance.now();
  server.kill('SIGTERM');
  server.kill('SIGTERM');
  for (const [code, reason] of await Promise.all(closes)) {
    expect([code, String(reason)]).toEqual([1012, 'The server restarts']);
  }
  expect(await server.ended).toBe(0);
  for (const connection of [idle, stuck]) connection.destroy();
  expect(performance.now() - since).toBeLessThan(10_000);
  await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
});

/** A client that has connected, and says no more than this. */
async function openConnection(url: string, said: string): Promise<Socket> {
  const connection = connect(Number(new URL(url).port), '127.0.0.1');
  connection.on('error', () => {});
  await once(connection, 'connect');
  connection.write(said);
  return connection;
}

async function openScreen(url: string): Promise<WebSocket> {
  const screen = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(screen, 'open');
  screen.send(JSON.stringify({ type: 'connection_init' }));
  const [answer] = await once(screen, 'message');
  expect(JSON.parse(String(answer))).toMatchObject({ type: 'connection_ack' });
  return screen;
}
