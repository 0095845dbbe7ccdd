import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Environment, emptyFolder, Spawned } from '../process/spawned.ts';
import { type EmptyDatabase, emptyDatabase } from './production.ts';

let database: EmptyDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
});

afterAll(() => database.drop());

/** What a start on the database in this folder greets with. */
async function greeting(folder: string): Promise<string> {
  const env: Environment = { DATABASE_URL: database.url };
  const server = new Spawned('main.js', folder, env);
  await server.says(/Play a first order/);
  await server.end();
  return server.output;
}

const elsewhere = 'the passwords are in demo.json of the data folder that seeded';

test('only the folder that seeded a database greets with passwords, every time', async () => {
  const [first, second] = [emptyFolder(), emptyFolder()];
  const [, password] = (await greeting(first)).match(/owner@comanda.example +(\S+)/)!;
  expect(await greeting(first)).toContain(password);
  expect(await greeting(second)).toContain(elsewhere);
  const third = emptyFolder();
  mkdirSync(join(third, '.data'));
  const foreign = {
    restaurantId: crypto.randomUUID(),
    passwords: { 'owner@comanda.example': 'another one' },
  };
  writeFileSync(join(third, '.data/demo.json'), JSON.stringify(foreign));
  const said = await greeting(third);
  expect(said).toContain(elsewhere);
  expect(said).not.toContain('another one');
});
