import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { SuspendPersonDocument } from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { admin, person } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { databaseUrl } from '../support/services.ts';
import { asked } from './production.ts';

let database: TestDatabase;
let app: TestApp;
let holder: pg.Client;

beforeAll(async () => {
  database = await makeDatabase();
  app = await startApp({ on: database });
  holder = new pg.Client(databaseUrl(database.name));
  await holder.connect();
});

afterAll(async () => {
  await holder.end();
  await app.close();
  await database.drop();
});

test('a session that is begun while its person is suspended ends with the others', async () => {
  const [ada, bob] = [await admin(app), await person(app)];
  const id = randomUUIDv7();
  await holder.query('begin');
  await holder.query(
    `insert into session (id, person_id, family_hash, token_hash, created_at, expires_at)
     select $1, id, 'a family', 'a token', now(), now() + interval '1 day' from person where id = $2 for share`,
    [id, bob.id],
  );
  const suspending = ada.ask(SuspendPersonDocument, { personId: bob.id });
  const waiting = `select 1 from pg_stat_activity where datname = '${database.name}' and wait_event_type = 'Lock'`;
  while ((await asked(databaseUrl(database.name), waiting)).length === 0);
  await holder.query('commit');
  await suspending;
  const alive = `select 1 from session where person_id = '${bob.id}' and ended_at is null`;
  expect(await asked(databaseUrl(database.name), alive)).toEqual([]);
});
