import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  buildSchema as fromSdl,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isObjectType,
  Kind,
  printSchema,
  visit,
} from 'graphql';
import { menuDocumentSchema } from '../../src/menus/menu-document-schema.ts';
import { buildSchema, type Services } from '../../src/server/schema.ts';
import { breakingChanges } from './breaking-changes.ts';
import { documents } from './documents.ts';

const root = join(import.meta.dirname, '../..');
const committed = readFileSync(join(root, 'schema/schema.graphql'), 'utf8');

test('schema/schema.graphql is what src says', () => {
  if (`${printSchema(buildSchema({} as Services))}\n` !== committed) {
    throw new Error('schema/schema.graphql is not what src says: run `npm run schema` and review the diff.');
  }
});

test('nothing on a menu has a resolver of its own: its answers would no longer be shared', () => {
  const seen = new Set<unknown>();
  const own = (type: GraphQLOutputType, path: string): string[] => {
    const named = getNamedType(type);
    if (!isObjectType(named) || seen.has(named)) return [];
    seen.add(named);
    return Object.values(named.getFields()).flatMap((field) => [
      ...(field.resolve ? [`${path}.${field.name}: set simpleResolvers on ${named.name}`] : []),
      ...own(field.type, `${path}.${field.name}`),
    ]);
  };
  const { menu, categories } = buildSchema({} as Services)
    .getQueryType()!
    .getFields();
  expect([...own(menu!.type, 'menu'), ...own(categories!.type, 'categories')]).toEqual([]);
});

test('schema/menu-document.schema.json is what src says', () => {
  const printed = readFileSync(join(root, 'schema/menu-document.schema.json'), 'utf8');
  if (JSON.stringify(JSON.parse(printed)) !== JSON.stringify(menuDocumentSchema)) {
    throw new Error('schema/menu-document.schema.json is not what src says: run `npm run schema`.');
  }
});

test('schema/operations.ts is what codegen.ts writes', () => {
  const codegen = join(root, 'node_modules/@graphql-codegen/cli/cjs/bin.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [codegen, '--config', 'codegen.ts', '--check'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new Error(
      `schema/operations.ts is not what codegen.ts writes: run \`npm run codegen\`.\n${stdout}${stderr}`,
    );
  }
});

describe('the documents in schema/operations', () => {
  test('lie with the app that sends them, and what several of them ask for with the fragments', () => {
    expect([...new Set(documents.map(({ app }) => app))].sort()).toEqual([
      'account',
      'back-office',
      'courier',
      'fragments',
      'guest',
      'kitchen',
      'platform',
      'waiter',
    ]);
  });

  test.each(documents.map((one) => [one.file, one] as const))(
    '%s holds one operation or fragment, named as the file',
    (_, { app, name, ast }) => {
      const kind = app === 'fragments' ? Kind.FRAGMENT_DEFINITION : Kind.OPERATION_DEFINITION;
      const names = ast.definitions.map((one) => (one.kind === kind ? one.name?.value : one.kind));
      expect(names).toEqual([name]);
    },
  );

  test('leave no fragment unused', () => {
    const used = new Set<string>();
    for (const { ast } of documents) visit(ast, { FragmentSpread: ({ name }) => void used.add(name.value) });
    const unused = documents.filter(({ app, name }) => app === 'fragments' && !used.has(name));
    expect(unused.map(({ file }) => file)).toEqual([]);
  });

  test('use every field of Query, Mutation and Subscription', () => {
    const used = documents.flatMap(({ ast }) =>
      ast.definitions.flatMap((one) =>
        one.kind === Kind.OPERATION_DEFINITION
          ? one.selectionSet.selections.map((field) => (field.kind === Kind.FIELD ? field.name.value : ''))
          : [],
      ),
    );
    const schema = fromSdl(committed);
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((type) => Object.keys((type as GraphQLObjectType).getFields()));
    const unused = fields.filter((field) => !used.includes(field));
    if (unused.length > 0) {
      throw new Error(`Write a document in schema/operations, and run \`npm run codegen\`, for: ${unused}.`);
    }
  });
});

describe('clients of the last committed schema', () => {
  test('lose nothing that was not deprecated in it', () => {
    const older = lastOther();
    const lost = older === null ? [] : breakingChanges(older, committed);
    if (lost.length > 0) {
      throw new Error(
        `Clients would break. Keep these and mark them @deprecated; a later commit may remove them:\n${lost.join('\n')}`,
      );
    }
  });

  const base = 'type Query { name: String, size(unit: Unit): Int } enum Unit { CM INCH }';

  test.each([
    ['a field that goes', base, base.replace('name: String,', ''), ['Query.name was removed.']],
    ['a value that goes', base, base.replace(' INCH', ''), ['INCH was removed from enum type Unit.']],
    [
      'an argument that is wanted from now on',
      base,
      base.replace('name:', 'name(upper: Boolean!):'),
      ['A required arg upper on Query.name was added.'],
    ],
    [
      'another type',
      base,
      base.replace('name: String', 'name: Int'),
      ['Query.name changed type from String to Int.'],
    ],
    [
      'a type that something not deprecated leads to',
      base,
      base.replace('(unit: Unit)', '').replace(/enum.*/, ''),
      ['Unit was removed.', 'Query.size arg unit was removed.'],
    ],
  ])('break: %s', (_, older, newer, lost) => {
    expect(breakingChanges(older, newer)).toEqual(lost);
  });

  test.each([
    ['nothing changed', base, base],
    ['a new field', base, base.replace('name:', 'title: String name:')],
    [
      'a field that was deprecated before it went',
      base.replace('name: String', 'name: String @deprecated(reason: "Use title.")'),
      base.replace('name: String,', ''),
    ],
    [
      'a value that was deprecated before it went',
      base.replace('INCH', 'INCH @deprecated'),
      base.replace(' INCH', ''),
    ],
    [
      'a type that only deprecated things led to',
      base.replace('unit: Unit', 'unit: Unit @deprecated'),
      base.replace('(unit: Unit)', '').replace(/enum.*/, ''),
    ],
  ])('do not break: %s', (_, older, newer) => {
    expect(breakingChanges(older, newer)).toEqual([]);
  });
});

/** The newest committed schema that is another than the one here; null outside a repository and where there was none. */
function lastOther(): string | null {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const commits = git('log', '-10', '--format=%H', '--', 'schema/schema.graphql')
      .split('\n')
      .filter(Boolean);
    for (const commit of commits) {
      const older = git('show', `${commit}:schema/schema.graphql`);
      if (older !== committed) return older;
    }
    return null;
  } catch {
    return null;
  }
}
