import { describe, expect, test } from '@jest/globals';
import { restrictions, severalExports } from './exceptions.ts';
import { cycles, pathTo } from './import-graph.ts';
import { importRules } from './import-rules.ts';
import { importsOf, runtimeExports, type SourceFile, sourceFiles, withoutComments } from './imports.ts';

const files = sourceFiles();
const imports = importsOf(files);

/** Fails with what was found and what to do about it. */
function none(found: readonly string[], advice: string): void {
  if (found.length > 0) throw new Error(`${advice}\n${found.map((one) => `  ${one}`).join('\n')}`);
}

describe('who may import whom', () => {
  test('the import graph is read: every file that is imported exists', () => {
    const known = new Set(files.map(({ file }) => file));
    const unknown = imports.filter(
      ({ target, isPackage }) =>
        !isPackage && !target.startsWith('../') && !target.endsWith('.json') && !known.has(target),
    );
    expect(unknown).toEqual([]);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  test.each(importRules.map((rule) => [rule.name, rule] as const))('%s', (_, { advice, breaks }) => {
    const broken = imports.filter((one) => breaks(one));
    none(
      broken.map(({ file, target }) => `src/${file} imports ${target}`),
      advice,
    );
  });

  const wrong = importRules.flatMap((rule) => rule.wrong.map(([file, text]) => [file, text, rule] as const));

  test.each(wrong)('is broken by %s: %s', (file, text, { breaks }) => {
    const broken = importsOf([{ file, text }]).filter((one) => breaks(one));
    expect(broken).toHaveLength(1);
  });
});

/** What speaks to clients: no verb, read or entity may even load it. */
const clientSide =
  /^(graphql|type-graphql|graphql-[\w-]+|ws|ioredis|fastify|@fastify\/.+|@apollo\/.+|@as-integrations\/.+)(\/|$)/;
const nouns = /^(people|restaurants|menus|carts|parsing|orders|kitchen)\//;

describe('what a file loads, through whatever it imports', () => {
  test('verbs, reads and entities load nothing of GraphQL, HTTP, WebSocket or Redis', () => {
    const low = files
      .map(({ file }) => file)
      .filter((file) => nouns.test(file) && !/\.(resolver|types)\.ts$/.test(file));
    expect(low.length).toBeGreaterThan(50);
    none(
      low.flatMap((file) => pathTo(imports, file, (target) => clientSide.test(target))?.join(' → ') ?? []),
      'They have to run from a test, a script or a worker as well: move that part up, to a resolver or to server/.',
    );
  });

  test('entities load rows and rules, nothing that acts', () => {
    const entities = files.map(({ file }) => file).filter((file) => file.endsWith('.entity.ts'));
    const acts = (target: string): boolean => /^(database|events|server)\/(?!.*\.entity\.ts$)/.test(target);
    expect(entities.length).toBeGreaterThan(10);
    none(
      entities.flatMap((file) => pathTo(imports, file, acts)?.join(' → ') ?? []),
      'An entity holds its own rules: what reads, writes or tells is a verb in its own file.',
    );
  });

  test('nothing comes back to itself', () => {
    none(
      cycles(imports),
      'Break the cycle: move what both need into a file of its own, or import only its type.',
    );
  });

  const a = { file: 'orders/a.ts', text: "import { b } from './b.ts';" };
  const fake = (...more: SourceFile[]) => importsOf([a, ...more]);

  test('a way that leads over a second file is found', () => {
    const graph = fake({ file: 'orders/b.ts', text: "import { GraphQLError } from 'graphql';" });
    expect(pathTo(graph, a.file, (target) => clientSide.test(target))).toEqual([
      'orders/a.ts',
      'orders/b.ts',
      'graphql',
    ]);
  });

  test('a cycle is found, unless one of its imports is of types only', () => {
    expect(cycles(fake({ file: 'orders/b.ts', text: "import { a } from './a.ts';" }))).toHaveLength(2);
    expect(cycles(fake({ file: 'orders/b.ts', text: "import { type A } from './a.ts';" }))).toEqual([]);
  });
});

describe('what only named files do', () => {
  const uses = (pattern: RegExp): string[] =>
    files.filter(({ text }) => pattern.test(withoutComments(text))).map(({ file }) => file);

  test.each(restrictions.map((one) => [one.name, one] as const))('%s', (_, { pattern, allowed, advice }) => {
    none(
      uses(pattern).filter((file) => !(file in allowed)),
      advice,
    );
  });

  test.each(restrictions.map((one) => [one.name, one] as const))(
    '%s: every exception is still needed',
    (_, { pattern, allowed }) => {
      const used = uses(pattern);
      none(
        Object.keys(allowed).filter((file) => !used.includes(file)),
        'Take it off the list in tests/contract/exceptions.ts: it does this no more.',
      );
    },
  );

  test.each(restrictions.map(({ wrong, pattern }) => [wrong, pattern] as const))(
    'is found: %s',
    (line, pattern) => {
      expect(line).toMatch(pattern);
      expect(withoutComments(`// ${line}\n`)).not.toMatch(pattern);
    },
  );

  test('resolvers have no `em`', () => {
    const em = /\bem\b/;
    none(
      uses(em).filter((file) => file.endsWith('.resolver.ts')),
      'A field is one call of a verb or a read, which takes the whole context.',
    );
  });
});

describe('the size of files', () => {
  test('a file exports one thing, but for a list that shrinks', () => {
    const counted = files
      .filter(({ file }) => !file.endsWith('.types.ts'))
      .map((one) => [one.file, runtimeExports(one).length] as const)
      .filter(([, count]) => count > 1);
    none(
      counted.flatMap(([file, count]) =>
        count > (severalExports[file]?.[0] ?? 1) ? `src/${file} exports ${count}` : [],
      ),
      'Give each its own file, named as staff would say it.',
    );
    const now = new Map(counted);
    none(
      Object.entries(severalExports).flatMap(([file, [count]]) =>
        (now.get(file) ?? 1) < count ? `src/${file}: ${count} → ${now.get(file) ?? 1}` : [],
      ),
      'Lower the number in tests/contract/exceptions.ts, or take the file off the list: it exports fewer now.',
    );
  });

  test('exports are counted: values, not types', () => {
    const text =
      "export const a = 1;\nexport async function b() {}\nexport type C = 1;\nexport { d, type E } from './d.ts';";
    expect(runtimeExports({ file: 'x.ts', text })).toEqual(['a', 'b', 'd']);
  });

  test('a file of more than 200 lines says at its top why it is long', () => {
    none(
      files.filter((one) => isLong(one) && !saysWhyLong(one)).map(({ file }) => `src/${file}`),
      'Cut it, or say in a comment in its first 15 lines why it is long.',
    );
  });

  test('a long file is found, and so is its reason', () => {
    const long = { file: 'x.ts', text: 'x;\n'.repeat(201) };
    expect(isLong(long)).toBe(true);
    expect(saysWhyLong(long)).toBe(false);
    expect(saysWhyLong({ ...long, text: `// Long because it is data.\n${long.text}` })).toBe(true);
  });
});

function isLong({ text }: SourceFile): boolean {
  return text.trimEnd().split('\n').length > 200;
}

function saysWhyLong({ text }: SourceFile): boolean {
  const top = text.split('\n').slice(0, 15);
  return top.some((line) => /^\s*(\/\/|\/?\*)/.test(line) && /\blong(er)?\b/i.test(line));
}
