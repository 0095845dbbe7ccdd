import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { WebSocket } from 'ws';
import { RestaurantAuditDocument, RotateTableCodeDocument } from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { type Place, place } from '../support/build.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp({ config: { trustProxy: 1 } });
  here = await place(app);
});

afterAll(() => app.close());

const query = print(RotateTableCodeDocument);
const behindProxy = { 'x-forwarded-for': '192.0.2.1, 198.51.100.7' };

test('behind a proxy that is trusted the client is whom the proxy names, by either door', async () => {
  const variables = { tableId: here.tableId };
  await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...here.owner.headers(), ...behindProxy },
    body: JSON.stringify({ query, variables }),
  });
  await overSocket({ query, variables });
  const filter = { field: 'rotateTableCode' };
  const { restaurantAudit } = await here.owner.ask(RestaurantAuditDocument, {
    restaurantId: here.id,
    filter,
  });
  expect(restaurantAudit.edges.map(({ node }) => [node.askedFrom, node.outcome])).toEqual([
    ['198.51.100.7', 'OK'],
    ['198.51.100.7', 'OK'],
  ]);
});

async function overSocket(payload: object): Promise<void> {
  const url = `${app.url.replace('http', 'ws')}/graphql`;
  const socket = new WebSocket(url, 'graphql-transport-ws', { headers: behindProxy });
  const say = (message: object) => socket.send(JSON.stringify(message));
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => say({ type: 'connection_init', payload: here.owner.socketParams() }));
    socket.on('message', (data) => {
      const { type } = JSON.parse(String(data)) as { type: string };
      if (type === 'connection_ack') say({ id: 'one', type: 'subscribe', payload });
      if (type === 'complete') resolve();
    });
  });
  socket.terminate();
}
