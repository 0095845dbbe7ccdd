import { randomUUIDv7 } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EntityClass } from '@mikro-orm/core';
import { entities } from '../../src/database/entities.ts';
import { migrations } from '../../src/database/migrations/index.ts';
import type { Database } from '../../src/database/orm.ts';
import { rows } from '../../src/database/rows.ts';
import { type Sql, sql } from '../../src/database/sql.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { comparesRestaurants, type ForeignKey, foreignKeys } from './foreign-keys.ts';

let made: TestDatabase;
let database: Database;
let keys: ForeignKey[];
/** The tables whose entities are a restaurant's. */
let tenant: string[];

beforeAll(async () => {
  made = await makeDatabase();
  database = await made.open();
  keys = await foreignKeys(database.em());
  tenant = entities.tenant.map(
    (entity: EntityClass<object>) => database.orm.getMetadata().get(entity).tableName,
  );
  tenant.sort();
});

afterAll(async () => {
  await database.close();
  await made.drop();
});

/** Views by which processes of an earlier version find what has another name now. */
const earlierNames = ['item_stock'];

test('every migration is listed, in the order of its number', () => {
  const files = readdirSync(join(import.meta.dirname, '../../src/database/migrations'));
  const names = files.map((file) => file.replace(/\.ts$/, '')).filter((name) => name !== 'index');
  expect(migrations.map(({ name }) => name)).toEqual(names.sort());
});

test('a migrated database is what the entities say', async () => {
  const update = await database.orm.schema.getUpdateSchemaSQL({ wrap: false });
  // Entities name their neighbours by id alone: the foreign keys stand in the migrations only.
  const known = new Set([
    ...keys.map(({ from, name }) => `alter table "${from}" drop constraint "${name}";`),
    ...earlierNames.map((name) => `drop view if exists "${name}" cascade;`),
  ]);
  // So do triggers and functions.
  const ours = /^drop (trigger|function) if exists /;
  const differences = update
    .split('\n')
    .filter((line) => line.trim() !== '' && !known.has(line) && !ours.test(line));
  if (differences.length > 0) {
    throw new Error(
      `Entities and migrations disagree. Write a migration that does:\n${differences.join('\n')}`,
    );
  }
});

describe('the rows of a restaurant', () => {
  test('are in the tables that have a restaurant_id, and nowhere else', async () => {
    const columns = await query<{ table: string; optional: string }>(sql`
      select table_name as "table", is_nullable as optional from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and column_name = 'restaurant_id' and table_type = 'BASE TABLE'`);
    expect(columns.map(({ table }) => table).sort()).toEqual(tenant);
    expect(columns.filter(({ optional }) => optional !== 'NO')).toEqual([]);
  });

  test('refer to each other together with their restaurant', () => {
    const between = keys.filter(({ from, to }) => tenant.includes(from) && tenant.includes(to));
    expect(between.length).toBeGreaterThan(tenant.length / 2);
    expect(between.filter((key) => !comparesRestaurants(key))).toEqual([]);
  });

  test('are tied to a restaurant, themselves or by what they belong to', () => {
    const tied = keys.filter(({ columns }) => columns.includes('restaurant_id')).map(({ from }) => from);
    expect(tenant.filter((table) => !tied.includes(table))).toEqual([]);
  });

  test('hold no id that no foreign key vouches for', async () => {
    const columns = await query<{ table: string; column: string }>(sql`
      select table_name as "table", column_name as "column" from information_schema.columns
      where table_schema = 'public' and data_type = 'uuid' and column_name like '%\\_id'`);
    const loose = columns.filter(
      ({ table, column }) =>
        tenant.includes(table) &&
        !keys.some(({ from, columns }) => from === table && columns.includes(column)),
    );
    expect(loose).toEqual([]);
  });

  test('do not get into another restaurant: the database itself refuses', async () => {
    const [here, there] = [await restaurant(), await restaurant()];
    const category = randomUUIDv7();
    await query(sql`
      insert into menu_category (id, restaurant_id, slug, title, position, hidden)
      values (${category}, ${here}, 'food', 'Food', 1, false)`);
    await addItem(here, category);
    await expect(addItem(there, category)).rejects.toThrow(/menu_item_restaurant_id_category_id_fkey/);
  });
});

test('processes of the version before count items by the name they know', async () => {
  const [here, category] = [await restaurant(), randomUUIDv7()];
  await query(sql`
    insert into menu_category (id, restaurant_id, slug, title, position, hidden)
    values (${category}, ${here}, 'food', 'Food', 1, false)`);
  const item = await addItem(here, category);
  const set = (remaining: number) =>
    query(sql`
      insert into item_stock as s (item_id, restaurant_id, remaining) values (${item}, ${here}, ${remaining})
      on conflict (item_id) do update set remaining = excluded.remaining where s.restaurant_id = ${here}`);
  await set(5);
  await set(3);
  await query(sql`select remaining from item_stock where item_id = ${item} for update`);
  expect(await query(sql`select noun, remaining from stock where id = ${item}`)).toEqual([
    { noun: 'item', remaining: 3 },
  ]);
  await query(sql`delete from item_stock where item_id = ${item}`);
  expect(await query(sql`select 1 from stock where id = ${item}`)).toEqual([]);
});

test('a key that leaves the restaurant out, or compares it with something else, is found', () => {
  const key = { name: '', from: 'orders', to: 'visit' };
  const judged = (columns: string[], references: string[]): boolean =>
    comparesRestaurants({ ...key, columns, references });
  expect(judged(['restaurant_id', 'visit_id'], ['restaurant_id', 'id'])).toBe(true);
  expect(judged(['visit_id', 'restaurant_id'], ['id', 'restaurant_id'])).toBe(true);
  expect(judged(['visit_id'], ['id'])).toBe(false);
  expect(judged(['restaurant_id', 'visit_id'], ['id', 'restaurant_id'])).toBe(false);
});

function query<Row>(statement: Sql): Promise<Row[]> {
  return rows<Row>(database.em(), statement);
}

async function restaurant(): Promise<string> {
  const id = randomUUIDv7();
  await query(sql`
    insert into restaurant (id, slug, title, currency, time_zone, locale, created_at)
    values (${id}, ${id}, 'A place', 'EUR', 'Europe/Madrid', 'en-GB', now())`);
  return id;
}

async function addItem(restaurantId: string, categoryId: string): Promise<string> {
  const id = randomUUIDv7();
  await query(sql`
    insert into menu_item
      (id, restaurant_id, category_id, title, price, featured, hidden, sold_out, position, tags, allergens)
    values (${id}, ${restaurantId}, ${categoryId}, 'Soup', 500, false, false, false, 1, '{}', '{}')`);
  return id;
}
