import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { settingsText } from '../../src/commands/settings-text.ts';

const read = (file: string): string => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');

test('.env.example is what config.ts says', () => {
  assertSame('.env.example', settingsText.envExample());
});

test("README.md's tables are what config.ts, errors.ts and order-status.ts say", () => {
  assertSame('README.md', settingsText.readme(read('README.md')));
});

function assertSame(file: string, wanted: string): void {
  if (read(file) !== wanted) {
    throw new Error(`${file} is not what src says: run \`npm run settings\` and review the diff.`);
  }
}
