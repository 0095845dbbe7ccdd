import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  CreateRestaurantDocument,
  DeleteMeDocument,
  SuspendPersonDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { admin, key, type Person, password, person, place, unique } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { employ } from '../support/employ.ts';
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
  await waiting(1, suspending);
  await holder.query('commit');
  await suspending;
  const alive = `select 1 from session where person_id = '${bob.id}' and ended_at is null`;
  expect(await asked(databaseUrl(database.name), alive)).toEqual([]);
});

describe('nobody who is gone owns a restaurant', () => {
  const opening = (who: Person, slug = unique('opened')) => {
    const input = { slug, title: 'A place', currency: 'EUR', timeZone: 'Europe/Madrid', locale: 'en-GB' };
    return who.codeOf(CreateRestaurantDocument, { input, idempotencyKey: key() });
  };
  const leaving = (who: Person) => who.codeOf(DeleteMeDocument, { password });
  const owned = ({ id }: Person) =>
    asked(databaseUrl(database.name), `select 1 from staff where person_id = '${id}'`);

  test('who opens one first stays', async () => {
    const ann = await person(app);
    const slug = unique('opened');
    await holder.query('begin');
    const { id } = await place(app);
    await holder.query('insert into restaurant_slug (slug, restaurant_id) values ($1, $2)', [slug, id]);
    const opened = opening(ann, slug);
    await waiting(1, opened);
    const left = leaving(ann);
    await waiting(2, left);
    await holder.query('rollback');
    expect([await opened, await left]).toEqual(['OK', 'LAST_OWNER']);
    expect(await owned(ann)).toHaveLength(1);
  });

  test('who goes first opens none', async () => {
    const [ann, here] = [await person(app), await place(app)];
    await employ(app, here.id, ann.id, 'KITCHEN');
    await holder.query('begin');
    await holder.query('select 1 from restaurant where id = $1 for no key update', [here.id]);
    const left = leaving(ann);
    await waiting(1, left);
    const opened = opening(ann);
    await waiting(2, opened);
    await holder.query('rollback');
    expect([await left, await opened]).toEqual(['OK', 'UNAUTHENTICATED']);
    expect(await owned(ann)).toEqual([]);
  });
});

/** Until so many wait for a lock, or it turns out that this one does not. */
async function waiting(many: number, one: Promise<unknown>): Promise<void> {
  let over = false;
  void one.finally(() => {
    over = true;
  });
  const locked = `select 1 from pg_stat_activity where datname = '${database.name}' and wait_event_type = 'Lock'`;
  while (!over && (await asked(databaseUrl(database.name), locked)).length < many);
}
