import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emptyFolder, Spawned } from '../process/spawned.ts';
import { asked, type EmptyDatabase, emptyDatabase, migrated, productionOn } from './production.ts';

let database: EmptyDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
});

afterAll(() => database.drop());

async function create(): Promise<{ code: unknown; output: string }> {
  const words = ['ada@example.com'];
  const command = new Spawned('commands/admin-create.js', emptyFolder(), productionOn(database), words);
  command.types('a horse, correctly');
  return { code: await command.ended, output: command.output };
}

test('on PostgreSQL it wants the migrations first, and then makes one admin, however many ask at once', async () => {
  const early = await create();
  expect(early.code).toBe(1);
  expect(early.output).toMatch(/^The database lacks 0001-spine.*: run `npm run migrate` first\.\n$/);
  await migrated(productionOn(database));
  const done = await Promise.all([create(), create()]);
  expect(done.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
  expect(
    await asked(database.url, 'select email, admin, verified_at is not null as verified from person'),
  ).toEqual([{ email: 'ada@example.com', admin: true, verified: true }]);
});
