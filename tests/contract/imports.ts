import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** One import statement of a file in src. */
export interface Import {
  /** The importing file, as src/ sees it: orders/place-order.ts. */
  readonly file: string;
  /** A file of src as src/ sees it, or a package as it is written. */
  readonly target: string;
  readonly isPackage: boolean;
  /** False where only types are imported: nothing of it is left when the program runs. */
  readonly atRunTime: boolean;
  /** The imported names as the target calls them; `default` and `*` included. */
  readonly names: readonly string[];
}

export interface SourceFile {
  /** As src/ sees it. */
  readonly file: string;
  readonly text: string;
}

/** Every TypeScript file of src. */
export function sourceFiles(): SourceFile[] {
  const root = join(import.meta.dirname, '../../src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ file: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The import graph of some files: `import`, `export … from` and `import()`. */
export function importsOf(files: readonly SourceFile[]): Import[] {
  return files.flatMap(({ file, text }) =>
    statementsIn(withoutComments(text)).map((one) => resolved(file, one)),
  );
}

/** What a file exports that is there when the program runs. */
export function runtimeExports({ text }: SourceFile): string[] {
  const code = withoutComments(text);
  const declared = [
    ...code.matchAll(
      /^export (?:default )?(?:async )?(?:const|let|var|function\*?|class|enum|abstract class) ([\w$]+)/gm,
    ),
  ];
  const listed = [...code.matchAll(/^export \{([^}]*)\}/gm)].flatMap(
    ([, names]) => namesIn(`{${names}}`).values,
  );
  return [...declared.map(([, name]) => name!), ...listed];
}

/** The text without its comments, so that a word in a sentence is not taken for code. */
export function withoutComments(text: string): string {
  return text.replace(/^\s*\/\/.*$|\/\*\*?[\s\S]*?\*\/|\s\/\/ .*$/gm, '');
}

interface Statement {
  readonly clause: string;
  readonly onlyTypes: boolean;
  readonly from: string;
}

function statementsIn(code: string): Statement[] {
  const named = /^(?:import|export)\s+(type\s+)?([\w$*{},\s]+?)\s+from\s+'([^']+)'/gm;
  const bare = /^import\s+'([^']+)'/gm;
  const dynamic = /\bimport\(\s*'([^']+)'\s*\)/g;
  return [
    ...[...code.matchAll(named)].map(([, type, clause, from]) => ({
      clause: clause!,
      onlyTypes: type !== undefined,
      from: from!,
    })),
    ...[...code.matchAll(bare)].map(([, from]) => ({ clause: '', onlyTypes: false, from: from! })),
    ...[...code.matchAll(dynamic)].map(([, from]) => ({ clause: '*', onlyTypes: false, from: from! })),
  ];
}

function resolved(file: string, { clause, onlyTypes, from }: Statement): Import {
  const isPackage = !from.startsWith('.');
  const { values, types } = namesIn(clause);
  return {
    file,
    target: isPackage ? from : posix.join(dirname(file), from),
    isPackage,
    atRunTime: !onlyTypes && (values.length > 0 || types.length === 0),
    names: [...values, ...types],
  };
}

/** `page, { type Role, roles as all }` → the values page (as default) and roles, the type Role. */
function namesIn(clause: string): { values: string[]; types: string[] } {
  const [, before = '', inside = ''] = /^([^{]*)(?:\{([\s\S]*)\})?/.exec(clause) ?? [];
  const outer = before
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => (name.startsWith('*') ? '*' : 'default'));
  const inner = inside
    .split(',')
    .map((name) => name.trim().replace(/\s+as\s+.*/, ''))
    .filter(Boolean);
  return {
    values: [...outer, ...inner.filter((name) => !name.startsWith('type '))],
    types: inner.filter((name) => name.startsWith('type ')).map((name) => name.slice('type '.length)),
  };
}
