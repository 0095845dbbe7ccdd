import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OrderDocument } from '../../schema/operations.ts';
import { demoGuest, demoPerson, orderOne, someItem } from './demo.ts';
import { migratedFolder, type Program, Spawned } from './spawned.ts';

const folder = migratedFolder();
let server: Spawned;

beforeAll(async () => {
  server = await started();
});

afterAll(async () => {
  await server.end();
  rmSync(folder, { recursive: true });
});

test('a second start stops with one sentence and loses no acknowledged order, nor does kill -9', async () => {
  const acknowledged: string[] = [];
  const owner = await demoPerson(await server.url(), folder, 'owner@comanda.example');
  const guest = await demoGuest(owner);
  const item = await someItem(guest);
  const order = async (): Promise<void> => {
    acknowledged.push(await orderOne(guest, item));
  };

  const second = new Spawned('main.js', folder);
  let trying = true;
  const ended = second.ended.finally(() => {
    trying = false;
  });
  while (trying) await order();
  expect(await ended).toBe(1);
  expect(second.output).toBe(
    `.data is in use by the server on port 0 (process ${server.pid}); stop it first, or set DATA_DIR to another folder.\n`,
  );

  await order();
  server.kill('SIGKILL');
  expect(await server.ended).toBe('SIGKILL');
  server = await started();
  const after = await demoPerson(await server.url(), folder, 'owner@comanda.example');
  const found = await Promise.all(acknowledged.map((id) => after.ask(OrderDocument, { id })));
  expect(found.map(({ order: one }) => one?.id)).toEqual(acknowledged);
});

test.each<Program>(['commands/migrate.js', 'commands/seed.js'])(
  '%s refuses while the server runs',
  async (program) => {
    const command = new Spawned(program, folder);
    expect(await command.ended).toBe(1);
    expect(command.output).toMatch(
      /^\.data is in use by the server on port 0 \(process \d+\); stop it first/,
    );
  },
);

test('a restart prints the same sign-ins and the same table', async () => {
  const before = whatToUse(server.output);
  expect(before).toHaveLength(7);
  server.kill('SIGTERM');
  await server.ended;
  server = await started();
  expect(whatToUse(server.output)).toEqual(before);
});

test('what the data folder keeps secret is for its owner alone', () => {
  for (const file of ['demo.json', 'jwt-secret']) {
    expect([file, (statSync(join(folder, '.data', file)).mode & 0o777).toString(8)]).toEqual([file, '600']);
  }
});

async function started(): Promise<Spawned> {
  const one = new Spawned('main.js', folder);
  await one.says(/npm run first-order/);
  return one;
}

/** Six sign-ins and a table's link. */
function whatToUse(output: string): string[] {
  return output.split('\n').filter((line) => /@comanda\.example|\/r\/trattoria-comanda\//.test(line));
}
