import { HeaderMap } from '@apollo/server';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { buildSchema, type FormattedExecutionResult } from 'graphql';
import { readConfig } from '../src/config.ts';
import { notFound } from '../src/errors.ts';
import { memoryBell } from '../src/events/memory-bell.ts';
import { openPasswords } from '../src/people/passwords.ts';
import { openSeal } from '../src/seal.ts';
import { contextMaker } from '../src/server/context.ts';
import { type GraphqlOverHttp, openGraphql } from '../src/server/graphql.ts';
import { memoryCounters } from '../src/throttle/memory-counters.ts';
import { openThrottle } from '../src/throttle/throttle.ts';
import type { Context } from '../src/viewer.ts';

/** What is shared, by name. It notes when it is read, which is when an answer is executed. */
const dishes = new Map<string, object>();
let reads = 0;
let graphql: GraphqlOverHttp;

class Dish {
  constructor(private readonly title: string) {}

  get name(): string {
    reads += 1;
    if (this.title === '') throw new Error('It has no name.');
    return this.title;
  }
}

async function look(name: string): Promise<object | null> {
  const dish = dishes.get(name) ?? null;
  if (dish instanceof Error) throw dish;
  return dish;
}

interface Asking {
  readonly name: string;
}

beforeAll(async () => {
  const schema = buildSchema(`
    type Query { dish(name: String!): Dish, seen(name: String!): Seen }
    type Dish { name: String! }
    type Seen { name: String!, by: String! }
  `);
  const { dish, seen } = schema.getQueryType()!.getFields();
  dish!.resolve = (_, { name }: Asking, ctx: Context) => ctx.share(() => look(name));
  seen!.resolve = dish!.resolve;
  const { by } = (schema.getType('Seen') as ReturnType<typeof schema.getQueryType>)!.getFields();
  by!.resolve = (_, __, { requestId }: Context) => requestId;
  graphql = await openGraphql({ schema, introspection: false, log: () => {} });
});

beforeEach(() => {
  dishes.clear();
  dishes.set('soup', new Dish('Soup'));
  reads = 0;
});

afterAll(() => graphql.close());

const contextFor = contextMaker({
  em: () => {
    throw new Error('Nobody asks the database.');
  },
  bell: memoryBell(),
  post: { later: () => Promise.reject(new Error('Nobody writes letters.')) },
  passwords: openPasswords(1),
  seal: openSeal(['a secret'], 'nothing'),
  throttle: openThrottle(readConfig({}).limits, memoryCounters()),
  rules: { visitIdleMinutes: 1, publicUrl: 'http://comanda.test', requireSecondFactor: false },
  clock: () => new Date(),
  warn: () => {},
});

async function ask(query: string, variables?: object | null, requestId = 'anybody') {
  const headers = new HeaderMap([['content-type', 'application/json']]);
  const sent: unknown = JSON.parse(JSON.stringify({ query, variables }));
  const request = { method: 'POST', headers, search: '', body: sent };
  const { body } = await graphql.answer(request, requestId, async () =>
    contextFor({ kind: 'anonymous' }, { requestId }),
  );
  if (body.kind !== 'complete') throw new Error('No operation is answered in pieces.');
  return JSON.parse(body.string) as FormattedExecutionResult<Record<string, unknown>>;
}

const bySlug = 'query ($name: String!) { dish(name: $name) { name } }';
const soup = { data: { dish: { name: 'Soup' } } };

test('what is asked twice is executed once, until it is about another thing', async () => {
  expect([await ask(bySlug, { name: 'soup' }), await ask(bySlug, { name: 'soup' })]).toEqual([soup, soup]);
  expect(reads).toBe(1);
  dishes.set('soup', new Dish('Gazpacho'));
  expect(await ask(bySlug, { name: 'soup' })).toEqual({ data: { dish: { name: 'Gazpacho' } } });
  expect(reads).toBe(2);
});

test('variables that the operation does not declare make no other answer', async () => {
  for (const junk of [undefined, 1, 'x'.repeat(1_000), { name: 'salad' }])
    expect(await ask(bySlug, { junk, name: 'soup' })).toEqual(soup);
  expect(reads).toBe(1);
});

test('a default is the same as the value, and no variables the same as none', async () => {
  const query = 'query ($name: String! = "soup") { dish(name: $name) { name } }';
  for (const variables of [undefined, null, {}, { name: 'soup' }])
    expect(await ask(query, variables)).toEqual(soup);
  expect(reads).toBe(1);
});

test('what is not there is not remembered', async () => {
  for (const _ of ['asked', 'asked again'])
    expect(await ask(bySlug, { name: 'salad' })).toEqual({ data: { dish: null } });
  dishes.set('salad', new Dish('Salad'));
  expect(await ask(bySlug, { name: 'salad' })).toEqual({ data: { dish: { name: 'Salad' } } });
  dishes.delete('salad');
  expect(await ask(bySlug, { name: 'salad' })).toEqual({ data: { dish: null } });
});

test('what can be looked up no more is refused as it would be if nobody had asked before', async () => {
  await ask(bySlug, { name: 'soup' });
  dishes.set('soup', notFound());
  const { errors } = await ask(bySlug, { name: 'soup' });
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['NOT_FOUND']);
});

test('an answer with an error is not remembered', async () => {
  dishes.set('nameless', new Dish(''));
  for (const times of [1, 2]) {
    expect((await ask(bySlug, { name: 'nameless' })).errors).toHaveLength(1);
    expect(reads).toBe(times);
  }
});

test('where a field beneath tells who asks, each has an answer of its own', async () => {
  const query = '{ seen(name: "soup") { name by } }';
  for (const by of ['Anna', 'Bob'])
    expect(await ask(query, {}, by)).toEqual({ data: { seen: { name: 'Soup', by } } });
});

test('one answer about two things is executed every time', async () => {
  dishes.set('salad', new Dish('Salad'));
  const query = '{ one: dish(name: "soup") { name } other: dish(name: "salad") { name } }';
  await ask(query);
  dishes.set('soup', new Dish('Gazpacho'));
  expect(await ask(query)).toEqual({ data: { one: { name: 'Gazpacho' }, other: { name: 'Salad' } } });
});

test('answers take so much memory and no more: those asked for longest ago go first', async () => {
  dishes.set('feast', new Dish('x'.repeat(8_000_000)));
  const feast = (n: number) => ask(`{ dish${n}: dish(name: "feast") { name } }`);
  for (const n of [1, 2, 3, 4]) await feast(n);
  expect(reads).toBe(4);
  await feast(4);
  expect(reads).toBe(4);
  await feast(1);
  expect(reads).toBe(5);
});
