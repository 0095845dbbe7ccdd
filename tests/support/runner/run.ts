import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Config } from '@jest/types';
import { loadTypeScript } from './load-typescript.ts';
import { testFile } from './test-file.ts';

/** What Jest hands over to load modules in a vm. */
interface Runtime {
  requireInternalModule(path: string): unknown;
  unstable_shouldLoadAsEsm(path: string): boolean;
  unstable_importModule(path: string): Promise<unknown>;
  setGlobalsForRuntime(globals: typeof testFile.globals): void;
  getSourceMaps(): Map<string, string>;
}

type Runner = (
  global: Config.GlobalConfig,
  project: Config.ProjectConfig,
  environment: object,
  runtime: Runtime,
  path: string,
  tell?: unknown,
) => Promise<unknown>;

const require = createRequire(import.meta.url);
const circus: Runner = require('jest-circus/runner').default;
let loaded = 0;

/**
 * Jest's own runner, except that Node loads the modules. In Jest's vm every test file evaluates the app and all it depends on anew,
 * compiles a PostgreSQL of its own and runs it all on globals that are slow to reach: half of what the suite took.
 * So the test files of a worker share the modules of the app, which keep no state.
 */
const run: Runner = async (global, project, environment, runtime, path, tell) => {
  await loadTypeScript(project, (url, map) => runtime.getSourceMaps().set(url, map));
  runtime.requireInternalModule = afresh;
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = (file) => import(`${pathToFileURL(file)}?${++loaded}`);
  runtime.setGlobalsForRuntime = (globals) => {
    testFile.globals = globals;
  };
  return circus(global, project, environment, runtime, path, tell);
};

export default run;

/** Circus keeps the tests it has collected, and who hears of them, for as long as it is loaded. */
function afresh(path: string): unknown {
  delete require.cache[path];
  Reflect.deleteProperty(globalThis, Symbol.for('EVENT_HANDLERS'));
  return require(path);
}
