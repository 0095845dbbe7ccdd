import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emptyFolder, Spawned } from '../process/spawned.ts';
import { asked, type EmptyDatabase, emptyDatabase, productionOn } from './production.ts';

let database: EmptyDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
});

afterAll(() => database.drop());

test('four that migrate an empty database at once all succeed, and one of them does the work', async () => {
  const folder = emptyFolder();
  const four = Array.from(
    { length: 4 },
    () => new Spawned('commands/migrate.js', folder, productionOn(database)),
  );
  expect(await Promise.all(four.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
  const said = four.map(({ output }) => output.split(':')[0]!.trim()).sort();
  expect(said).toEqual(['Applied', 'Nothing to migrate.', 'Nothing to migrate.', 'Nothing to migrate.']);
  const applied = await asked(database.url, 'select name from migration');
  expect(new Set(applied.map(({ name }) => name)).size).toBe(applied.length);
});
