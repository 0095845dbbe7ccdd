import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type DocumentNode, parse } from 'graphql';

/** What a client sends, or a fragment of it, as it stands in schema/operations. */
export interface Document {
  /** Beneath schema/operations: `guest/place-order.graphql`. */
  readonly file: string;
  /** The app that sends it, which is its folder, or `fragments`. */
  readonly app: string;
  /** Of its operation or fragment, as the file's name has it. */
  readonly name: string;
  readonly ast: DocumentNode;
  /** As its first line says: what it may cost. Null without such a line. */
  readonly statements: number | null;
}

const folder = join(import.meta.dirname, '../../schema/operations');

export const documents: readonly Document[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const [, statements] = /^# statements: (\d+)\n/.exec(text) ?? [];
    return {
      file,
      app: dirname(file),
      name: pascalCase(basename(file, '.graphql')),
      ast: parse(text),
      statements: statements === undefined ? null : Number(statements),
    };
  });

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
