import type { Finding } from './support/finding.ts';
import { stopping } from './support/stopping.ts';

/** What each costs, beside a floor measured in the same run. Each is loaded when it is its turn. */
const benches: Readonly<Record<string, () => Promise<Finding[]>>> = {
  startup: async () => (await import('./startup.ts')).startup(),
  menu: async () => (await import('./menu.ts')).menu(),
  order: async () => (await import('./order.ts')).order(),
  live: async () => (await import('./live.ts')).live(),
  passwords: async () => (await import('./passwords.ts')).passwords(),
  words: async () => [
    ...(await (await import('./words.ts')).words()),
    ...(await (await import('./words-corpus.ts')).wordsCorpus()),
  ],
  'words-models': async () => (await import('./words-models.ts')).wordsModels(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}: choose of ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
for (const [name, bench] of Object.entries(benches)) {
  if (stopping.aborted || (wanted.length > 0 && !wanted.includes(name))) continue;
  try {
    for (const { text, reached } of await bench()) {
      console.log(`${reached === null ? ' ' : reached ? '✓' : '✗'} ${text}`);
      if (reached === false) process.exitCode = 1;
    }
  } catch (error) {
    console.error(`✗ ${name}: ${stopping.aborted ? 'interrupted' : (error as Error).stack}`);
    process.exitCode = 1;
  }
}
