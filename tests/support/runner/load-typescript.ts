import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createScriptTransformer, type ScriptTransformer } from '@jest/transform';
import type { Config } from '@jest/types';

let note: (url: string, sourceMap: string) => void;

/** From now on Node loads TypeScript through Jest's transformer and its cache, and says where the source map of each module is. */
export async function loadTypeScript(project: Config.ProjectConfig, noteMap: typeof note): Promise<void> {
  const first = !note;
  note = noteMap;
  if (!first) return;
  const transformer = await createScriptTransformer(project);
  registerHooks({
    resolve: (name, context, next) =>
      next(name === '@jest/globals' ? globalsFor(context.parentURL!) : name, context),
    load(url, context, next) {
      if (!isTypeScript(url)) return next(url, context);
      const { code, sourceMapPath } = transformer.transform(fileURLToPath(url), esm);
      if (sourceMapPath) note(url, sourceMapPath);
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
}

/** A test file is imported with a number of its own. */
function globalsFor(importer: string): string {
  const { search } = new URL(importer);
  return import.meta.resolve(search ? `./globals.ts${search}` : './expect.ts');
}

const isTypeScript = (url: string): boolean =>
  url.startsWith('file:') && new URL(url).pathname.endsWith('.ts');

const esm: Parameters<ScriptTransformer['transform']>[1] = {
  collectCoverage: false,
  collectCoverageFrom: [],
  coverageProvider: 'v8',
  supportsDynamicImport: true,
  supportsExportNamespaceFrom: true,
  supportsStaticESM: true,
  supportsTopLevelAwait: true,
};
