import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/orm.ts';
import { rows } from '../../src/database/rows.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await makeDatabase();
  database = await own.open();
  await ask('create table thing (id int primary key, name text)');
  await ask("insert into thing values (1, 'one'), (2, 'two')");
});

afterAll(async () => {
  await database.close();
  await own.drop();
});

const ask = <Row>(text: string, ...values: unknown[]): Promise<Row[]> =>
  rows<Row>(database.em(), { text, values });

describe('a statement that was asked before', () => {
  test('is answered for the values it takes now', async () => {
    const text = 'select name from thing where id = $1';
    expect(await ask(text, 1)).toEqual([{ name: 'one' }]);
    expect(await ask(text, 2)).toEqual([{ name: 'two' }]);
    expect(await ask(text, null)).toEqual([]);
  });

  test('sees the columns that its table has got since', async () => {
    const text = 'select * from thing where id = $1';
    expect(await ask(text, 1)).toEqual([{ id: 1, name: 'one' }]);
    await ask('alter table thing add column price int');
    expect(await ask(text, 1)).toEqual([{ id: 1, name: 'one', price: null }]);
  });

  test('does not see the columns of a change that was undone', async () => {
    const text = 'select * from thing where id = $1';
    const [before] = await ask(text, 2);
    const undone = database.em().transactional(async (em) => {
      await rows(em, { text: 'alter table thing add column colour text', values: [] });
      expect(await rows(em, { text, values: [2] })).toEqual([{ ...(before as object), colour: null }]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await ask(text, 2)).toEqual([before]);
  });

  test('is answered when more others came between than anything remembers', async () => {
    const text = 'select name from thing where id = $1';
    expect(await ask(text, 1)).toEqual([{ name: 'one' }]);
    for (let number = 0; number < 600; number++) {
      expect(await ask(`select $1::int + ${number} as sum`, 1)).toEqual([{ sum: 1 + number }]);
    }
    expect(await ask(text, 1)).toEqual([{ name: 'one' }]);
  });
});

describe('a refusal', () => {
  test.each([
    ['a text that is none', 'select from where $1', 1, '42601'],
    ['a table that there is not', 'select * from nothing where id = $1', 1, '42P01'],
    ['a value that is there already', 'insert into thing (id) values ($1)', 1, '23505'],
    ['a value of another type', 'select name from thing where id = $1', 'one', '22P02'],
    ['a sum that is too large', 'select $1::int * 2000000000 as sum', 2, '22003'],
  ])('of %s says its code, and what comes after is answered', async (_, text, value, code) => {
    for (const _twice of [1, 2]) {
      await expect(ask(text, value)).rejects.toMatchObject({ code });
      expect(await ask('select $1::int as sum', 1)).toEqual([{ sum: 1 }]);
    }
  });

  test('undoes its transaction, in which nothing more is answered', async () => {
    const text = 'insert into thing (id) values ($1)';
    const failed = database.em().transactional(async (em) => {
      await rows(em, { text, values: [7] });
      await expect(rows(em, { text, values: [1] })).rejects.toMatchObject({ code: '23505' });
      await rows(em, { text, values: [8] });
    });
    await expect(failed).rejects.toMatchObject({ code: '25P02' });
    expect(await ask('select id from thing where id > $1', 2)).toEqual([]);
  });

  test('at the commit is a refusal', async () => {
    await ask('create table part (id int references thing deferrable initially deferred)');
    const text = 'insert into part (id) values ($1)';
    await expect(ask(text, 99)).rejects.toMatchObject({ code: '23503' });
    const failed = database.em().transactional((em) => rows(em, { text, values: [99] }));
    await expect(failed).rejects.toMatchObject({ code: '23503' });
    expect(await ask('select * from part where id > $1', 0)).toEqual([]);
  });
});

test.each([
  ['text', "it's \\ € 🍕 {} \n"],
  ['boolean', false],
  ['int', -7],
  ['double precision', 0.5],
  ['text[]', ['a', 'b "c" \\', '{}', '']],
  ['int[]', [1, 2]],
  ['jsonb', { a: [1, null, { b: '€' }] }],
  ['bytea', Buffer.from([0, 255, 92, 39])],
  ['uuid', '01a20019-ba72-7a9c-ad57-317d6428aabb'],
  ['text', null],
] as const)('a value of %s comes back as it went: %j', async (type, value) => {
  const text = `select $1::${type} as value`;
  for (const _twice of [1, 2]) {
    const [row] = await ask<{ value: unknown }>(text, value);
    expect(Buffer.isBuffer(value) ? Buffer.from(row!.value as Uint8Array) : row!.value).toEqual(value);
  }
});

test('what JSON calls null is null', async () => {
  expect(await ask('select $1::jsonb as value', 'null')).toEqual([{ value: null }]);
});

test('long answers come whole', async () => {
  const text = 'select repeat($1, 1000) as long from generate_series(1, $2::int)';
  const all = await ask<{ long: string }>(text, '€', 3000);
  expect(all).toHaveLength(3000);
  expect(new Set(all.map(({ long }) => long))).toEqual(new Set(['€'.repeat(1000)]));
});
