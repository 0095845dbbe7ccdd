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

const tooLarge: readonly [string, string, string, string][] = [
  [
    'too many tokens',
    `{ ${times(2_000, () => '__typename')} }`,
    `{ ${times(1_900, () => '__typename')} }`,
    'GRAPHQL_PARSE_FAILED',
  ],
  [
    'too deep',
    `{ __schema { types { ${ofType(13)} } } }`,
    `{ __schema { types { ${ofType(12)} } } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too many aliases',
    `{ ${times(31, (n) => `a${n}: errorCodes { code }`)} }`,
    `{ ${times(30, (n) => `a${n}: errorCodes { code }`)} }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too many aliases of __typename',
    `{ ${times(31, (n) => `a${n}: __typename`)} }`,
    `{ ${times(30, (n) => `a${n}: __typename`)} }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too many directives',
    `{ ${times(31, () => '__typename @skip(if: false)')} }`,
    `{ ${times(30, () => '__typename @skip(if: false)')} }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['too costly', lists(30), lists(10), 'GRAPHQL_VALIDATION_FAILED'],
];

describe.each(tooLarge)('a document %s', (_, large, small, code) => {
  test('is refused over HTTP, and one a little smaller is not', async () => {
    const { result, texts } = await watched(() => posted(app, { query: large }));
    expect([codeOf(result), texts]).toEqual([code, []]);
    expect(codeOf(await posted(app, { query: small }))).not.toBe(code);
  });

  test('is refused through a socket, and one a little smaller is not', async () => {
    const wire = await Wire.open(new As(app.url));
    wire.subscribe('large', { query: large });
    wire.subscribe('small', { query: small });
    expect(codesOf(await wire.at('large', 0))).toEqual([code]);
    expect(codesOf(await wire.at('small', 0))).not.toContain(code);
    await wire.hangUp();
  });
});

async function watched<T>(work: () => Promise<T>): Promise<{ result: T; texts: string[] }> {
  const { answer, texts } = await app.statements.during(work);
  return { result: answer, texts: texts.filter((text) => !text.includes('event_stream')) };
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
