import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { codeOf, posted } from './door.ts';
import { codesOf, Wire } from './events/wire.ts';
import { startApp, type TestApp } from './support/app.ts';
import { As } from './support/as.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const ofType = (depth: number): string => `${'ofType { '.repeat(depth)}name${' }'.repeat(depth)}`;

/** Lists within lists: each level counts five times the one below. */
const lists = (fields: number): string =>
  `{ menu(slug: "x") { categories { items { modifierGroups { modifiers { ${times(fields, () => 'id title')} } } } } } }`;

const statuses = (count: number): string =>
  `{ restaurant(slug: "x") { orders(status: [${times(count, () => 'PLACED')}]) { edges { cursor } } } }`;

const namesakes = (besides: number): string =>
  `{ ...A errorCodes { ${times(30, () => 'code: code')} } } fragment A on Query { errorCodes { ${times(besides, () => 'code')} } }`;

const signingIn = (count: number): string =>
  times(count, (n) => `a${n}: signIn(input: { email: "a@b.example", password: "x" }) { accessToken }`);

const tooLarge: readonly [string, RegExp, string, string][] = [
  ['of too many tokens', /more that 2000 tokens/, statuses(2_000), statuses(1_900)],
  [
    'of too many characters',
    /limit of characters: 30001,/,
    '{ __typename }'.padEnd(30_001),
    '{ __typename }'.padEnd(30_000),
  ],
  [
    'that is too deep',
    /limit of depth: 16,/,
    `{ __schema { types { ${ofType(13)} } } }`,
    `{ __schema { types { ${ofType(12)} } } }`,
  ],
  [
    'of too many aliases',
    /limit of aliases: 31,/,
    `{ ${times(31, (n) => `a${n}: errorCodes { code }`)} }`,
    `{ ${times(30, (n) => `a${n}: errorCodes { code }`)} }`,
  ],
  [
    'of too many aliases of __typename',
    /limit of aliases: 31,/,
    `{ ${times(31, (n) => `a${n}: __typename`)} }`,
    `{ ${times(30, (n) => `a${n}: __typename`)} }`,
  ],
  [
    'of too many directives',
    /limit of directives: 31,/,
    `{ ${times(31, () => '__typename @skip(if: false)')} }`,
    `{ ${times(30, () => '__typename @skip(if: false)')} }`,
  ],
  [
    'of too many fields of one name',
    /limit of namesakes: 101,/,
    `{ ${times(101, () => '__typename')} }`,
    `{ ${times(100, () => '__typename')} }`,
  ],
  [
    'of too many fields of one name, some by alias and some in a fragment',
    /limit of namesakes: 101,/,
    namesakes(71),
    namesakes(70),
  ],
  [
    'of too many mutations',
    /limit of mutations: 11,/,
    `mutation { ${signingIn(11)} }`,
    `mutation { ${signingIn(10)} }`,
  ],
  [
    'of too many mutations in fragments',
    /limit of mutations: 11,/,
    `mutation { __typename ...A ... { ...A } } fragment A on Mutation { ${signingIn(10)} }`,
    `mutation { ...A ... { ...A } } fragment A on Mutation { ${signingIn(10)} }`,
  ],
  ['that is too costly', /limit of cost: /, lists(30), lists(10)],
];

describe.each(tooLarge)('a document %s', (_, reason, large, small) => {
  test('is refused over HTTP, and one a little smaller is not', async () => {
    const { result, texts } = await watched(() => posted(app, { query: large }));
    expect([result.json.errors?.map(({ message }) => message), texts]).toEqual([
      [expect.stringMatching(reason)],
      [],
    ]);
    expect(codeOf(result)).toMatch(refused);
    expect(codeOf(await posted(app, { query: small }))).not.toMatch(refused);
  });

  test('is refused through a socket, and one a little smaller is not', async () => {
    const wire = await Wire.open(new As(app.url));
    wire.subscribe('large', { query: large });
    wire.subscribe('small', { query: small });
    const { payload } = await wire.at('large', 0);
    expect(payload).toEqual([expect.objectContaining({ message: expect.stringMatching(reason) })]);
    expect(codesOf(await wire.at('large', 0))).toEqual([expect.stringMatching(refused)]);
    expect(codesOf(await wire.at('small', 0))).not.toContainEqual(expect.stringMatching(refused));
    await wire.hangUp();
  });
});

const refused = /^GRAPHQL_(PARSE|VALIDATION)_FAILED$/;

test('what is too large is told that alone: no other rule looks at it', async () => {
  const query = `{ ${times(101, () => 'nonsense(of: $nothing)')} }`;
  expect((await posted(app, { query })).json.errors).toHaveLength(1);
});

/** What the app asks by itself, at any time: what is new, and what is old. */
const ownStatements = /from event_stream|^\s*delete from/;

async function watched<T>(work: () => Promise<T>): Promise<{ result: T; texts: string[] }> {
  const { answer, texts } = await app.statements.during(work);
  return { result: answer, texts: texts.filter((text) => !ownStatements.test(text)) };
}

test('a fragment that spreads itself, and one within another, end as quickly', async () => {
  const loop = 'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }';
  expect(codeOf(await posted(app, { query: loop }))).toBe('GRAPHQL_VALIDATION_FAILED');
  const doubling = times(30, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`);
  const query = `{ ...F0 } ${doubling} fragment F30 on Query { errorCodes { code } }`;
  expect(codeOf(await posted(app, { query }))).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('what explorers and clients ask to know the schema fits', async () => {
  expect(codeOf(await posted(app, { query: getIntrospectionQuery() }))).toBe('OK');
});

test('where the documentation is switched off nobody asks for the schema, by either door', async () => {
  const quiet = await startApp({ config: { apiDocs: false } });
  for (const query of [
    getIntrospectionQuery(),
    '{ __schema { queryType { name } } }',
    '{ __type(name: "Query") { name } }',
  ]) {
    expect(codeOf(await posted(quiet, { query }))).toBe('GRAPHQL_VALIDATION_FAILED');
    const wire = await Wire.open(new As(quiet.url));
    wire.subscribe('1', { query });
    expect(codesOf(await wire.at('1', 0))).toContain('GRAPHQL_VALIDATION_FAILED');
    await wire.hangUp();
  }
  expect(codeOf(await posted(quiet, { query: '{ __typename }' }))).toBe('OK');
  await quiet.close();
});
