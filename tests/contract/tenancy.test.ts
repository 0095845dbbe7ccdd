import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EntityClass, type EntityManager, type EntityMetadata, wrap } from '@mikro-orm/core';
import { entities } from '../../src/database/entities.ts';
import { scoped } from '../../src/database/scoped.ts';
import type { Sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { buildHouse, type House, rowsOf } from './attack-world.ts';
import { type ForeignKey, foreignKeys } from './foreign-keys.ts';

let app: TestApp;
let mine: House;
/** Whose rows are tried. */
let theirs: House;
let references: ForeignKey[];

beforeAll(async () => {
  app = await startApp();
  mine = await buildHouse(app);
  theirs = await buildHouse(app);
  references = await foreignKeys(app.database.em());
});

afterAll(() => app.close());

type Tenant = EntityClass<{ restaurantId: string }>;
type Data = Record<string, unknown>;

describe.each((entities.tenant as Tenant[]).map((entity) => [entity.name, entity] as const))(
  "another restaurant's %s",
  (_, entity) => {
    test('is not there while one is set', async () => {
      const { key } = await oneOf(entity, theirs);
      const em = within(mine);
      expect(await em.findOne(entity, key)).toBeNull();
      expect(await em.count(entity, { ...key, restaurantId: theirs.id })).toBe(0);
      const seen = await em.find(entity, {});
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.filter(({ restaurantId }) => restaurantId !== mine.id)).toEqual([]);
    });

    test('is neither changed nor deleted, by a statement or by a reference', async () => {
      const { key, data } = await oneOf(entity, theirs);
      const name = changeable(entity);
      expect(await within(mine).nativeUpdate(entity, key, { [name]: data[name] } as never)).toBe(0);
      expect(await within(mine).nativeDelete(entity, key)).toBe(0);
      for (const whose of [mine.id, theirs.id]) {
        await isRefused((em) =>
          Object.assign(em.getReference(entity, key as never), { restaurantId: whose, [name]: data[name] }),
        );
      }
      await isRefused((em) => em.remove(em.getReference(entity, key as never)));
    });

    test('is neither written by the id it has nor made in their restaurant', async () => {
      const { data } = await oneOf(entity, theirs);
      for (const restaurantId of [mine.id, theirs.id]) {
        await expect(within(mine).upsert(entity, { ...data, restaurantId } as never)).rejects.toThrow(
          notWritten,
        );
      }
      await isRefused((em) => em.create(entity, fresh(entity, data) as never));
    });

    test('is not referred to: the database itself refuses', async () => {
      const { data } = await oneOf(entity, mine);
      for (const { column, foreign } of referencesFrom(entity)) {
        const em = within(mine);
        const wrong = { ...fresh(entity, data), ...naming(entity, column, foreign) };
        em.create(entity, wrong as never);
        await expect(em.flush()).rejects.toMatchObject({ code: '23503' });
        const insert = insertion(entity, rowOf(entity, wrong));
        await expect(scoped(app.database.em(), mine.id).rows(insert)).rejects.toMatchObject({
          code: '23503',
        });
      }
    });

    test('is out of reach of SQL, which has to say its own restaurant', async () => {
      const { tableName } = metadata(entity);
      const { key } = await oneOf(entity, theirs);
      const values = Object.values(key);
      const isIt = Object.keys(key).map((name, index) => `${columnOf(entity, name)} = $${index + 1}`);
      const run = async (statement: Sql) => scoped(app.database.em(), mine.id).rows(statement);
      const name = columnOf(entity, changeable(entity));
      for (const begin of [
        `select 1 from ${tableName}`,
        `update ${tableName} set ${name} = ${name}`,
        `delete from ${tableName}`,
      ]) {
        const returning = begin.startsWith('select') ? '' : 'returning 1';
        const bare = `${begin} where ${isIt.join(' and ')} ${returning}`;
        const own = `${begin} where ${isIt.join(' and ')} and restaurant_id = $${values.length + 1} ${returning}`;
        await expect(run({ text: bare, values })).rejects.toThrow(/its own restaurant/);
        await expect(run({ text: own, values: [...values, theirs.id] })).rejects.toThrow(
          /its own restaurant/,
        );
        expect(await run({ text: own, values: [...values, mine.id] })).toEqual([]);
      }
    });

    test('is not overwritten by SQL that inserts mine over it', async () => {
      const { tableName, primaryKeys } = metadata(entity);
      // Such a key is another one in another restaurant.
      if (primaryKeys.includes('restaurantId' as never)) return;
      const { key } = await oneOf(entity, theirs);
      const { data } = await oneOf(entity, mine);
      const { text, values } = insertion(entity, rowOf(entity, { ...fresh(entity, data), ...key }));
      const name = columnOf(entity, changeable(entity));
      const over = `on conflict (${columnOf(entity, primaryKeys[0]!)}) do update set ${name} = excluded.${name}
        where ${tableName}.restaurant_id = $${values.length} returning 1`;
      const done = scoped(app.database.em(), mine.id).rows({ text: `${text} ${over}`, values });
      expect(await done.catch(({ code }) => code)).toEqual([]);
    });

    test('is not there, and nothing is written, while none is set', async () => {
      const { key, data } = await oneOf(entity, theirs);
      const none = () => app.database.em();
      for (const ask of [
        () => none().find(entity, {}),
        () => none().findOne(entity, key),
        () => none().count(entity, {}),
        () => none().nativeUpdate(entity, key, { restaurantId: mine.id }),
        () => none().nativeDelete(entity, key),
      ]) {
        await expect(ask()).rejects.toThrow("No arguments provided for filter 'tenant'");
      }
      await expect(none().upsert(entity, data as never)).rejects.toThrow(notWritten);
      await isRefused((em) => em.create(entity, fresh(entity, data) as never), none());
      await isRefused((em) => em.remove(em.getReference(entity, key as never)), none());
    });
  },
);

test('nothing of either has changed', async () => {
  expect(await rowsOf(app, theirs.id)).toEqual(theirs.rows);
  expect(await rowsOf(app, mine.id)).toEqual(mine.rows);
});

const notWritten = /is not written/;

async function isRefused(write: (em: EntityManager) => unknown, em = within(mine)): Promise<void> {
  write(em);
  await expect(em.flush()).rejects.toThrow(notWritten);
}

function within({ id }: House): EntityManager {
  return scoped(app.database.em(), id).em;
}

function metadata(entity: Tenant): EntityMetadata {
  return app.database.orm.getMetadata().get(entity);
}

/** A row of a restaurant, and what tells it from others. */
async function oneOf(entity: Tenant, house: House): Promise<{ key: Data; data: Data }> {
  const [row] = await within(house).find(entity, {});
  const data = { ...(wrap(row!).toPOJO() as unknown as Data) };
  for (const { name, generated } of metadata(entity).props) if (generated) delete data[name];
  return { key: Object.fromEntries(metadata(entity).primaryKeys.map((name) => [name, data[name]])), data };
}

/** What a row has to say to refer to something by a column. A generated one says the row's own id, for the noun in its name. */
function naming(entity: Tenant, column: string, foreign: unknown): Data {
  const name = propertyOf(entity, column);
  const { generated } = metadata(entity).props.find((prop) => prop.name === name)!;
  return generated ? { id: foreign, noun: column.replace(/_id$/, '') } : { [name]: foreign };
}

/** Another row like it: what has to be its own is. */
function fresh(entity: Tenant, data: Data): Data {
  const { primaryKeys, uniques, props } = metadata(entity);
  const own = new Set([primaryKeys, ...uniques.map(({ properties }) => [properties ?? []].flat())].flat());
  const refers = referencesFrom(entity).map(({ column }) => propertyOf(entity, column));
  const made = props
    .filter(({ name }) => own.has(name as never) && name !== 'restaurantId' && !refers.includes(name))
    .map(({ name, runtimeType, columnTypes }) => [
      name,
      runtimeType === 'number'
        ? 1_000_000
        : columnTypes[0] === 'uuid'
          ? randomUUIDv7()
          : columnTypes[0]?.startsWith('timestamptz')
            ? new Date(0)
            : `new-${randomUUIDv7()}`,
    ]);
  return { ...data, ...Object.fromEntries(made) };
}

function rowOf(entity: Tenant, data: Data): Data {
  return Object.fromEntries(
    metadata(entity)
      .props.filter(({ name }) => name in data)
      .map(({ name, fieldNames, columnTypes }) => [
        fieldNames[0]!,
        columnTypes[0] === 'jsonb' ? JSON.stringify(data[name]) : data[name],
      ]),
  );
}

/** Its columns that name other rows of a restaurant, with the name of one that is theirs, and of which they do not count the stock yet. */
function referencesFrom(entity: Tenant): { column: string; foreign: unknown }[] {
  const counted = new Set(theirs.rows['stock']!.map(({ id }) => id));
  return references
    .filter(({ from, to }) => from === metadata(entity).tableName && to in theirs.rows)
    .map(({ columns, to }) => ({
      column: columns.find((column) => column !== 'restaurant_id')!,
      foreign: theirs.rows[to]!.find(({ id }) => !counted.has(id))!['id'],
    }));
}

function insertion(entity: Tenant, row: Data): Sql {
  const names = Object.keys(row);
  const asked = names.map((_, index) => `$${index + 1}`);
  const own = `(select 1 from restaurant_slug where restaurant_id = $${names.length + 1} limit 1) as own`;
  return {
    text: `insert into ${metadata(entity).tableName} (${names.join(', ')}) select ${asked.map((one, index) => `${one}::${typeOf(entity, names[index]!)}`).join(', ')} from ${own}`,
    values: [...Object.values(row), mine.id],
  };
}

function typeOf(entity: Tenant, column: string): string {
  return metadata(entity).props.find(({ fieldNames }) => fieldNames?.[0] === column)!.columnTypes[0]!;
}

function columnOf(entity: Tenant, name: string): string {
  return metadata(entity).props.find((one) => one.name === name)!.fieldNames[0]!;
}

function propertyOf(entity: Tenant, column: string): string {
  return metadata(entity).props.find(({ fieldNames }) => fieldNames?.[0] === column)!.name;
}

/** Any property beside its key. */
function changeable(entity: Tenant): string {
  const { props, primaryKeys } = metadata(entity);
  return props.find(
    ({ name, fieldNames }) => fieldNames?.length === 1 && !primaryKeys.includes(name as never),
  )!.name;
}
