import { createRequire } from 'node:module';
import type JestSequencer from '@jest/test-sequencer';

type Test = Parameters<InstanceType<typeof JestSequencer.default>['sort']>[0][number];

const Sequencer: typeof JestSequencer.default = createRequire(import.meta.url)(
  '@jest/test-sequencer',
).default;

/**
 * Jest begins with what took longest the last time, and on a fresh clone with the longest text, which tells little:
 * a minute of one worker came last, while the other had nothing to do.
 */
export default class LongestFirst extends Sequencer {
  override async sort(tests: Test[]): Promise<Test[]> {
    const sorted = await super.sort(tests);
    const rank = ({ path }: Test): number =>
      longest.findIndex((name) => path.endsWith(`/tests/${name}.test.ts`));
    const known = sorted.filter((one) => rank(one) >= 0).sort((one, other) => rank(one) - rank(other));
    return [...known, ...sorted.filter((one) => rank(one) < 0)];
  }
}

/** From ten seconds up. */
const longest = [
  'contract/access',
  'process/a-second-start',
  'parsing/understanding-anything',
  'contract/access-reaches-no-other-restaurant',
  'contract/access-once-something-changed',
  'process/playing-a-first-order',
  'contract/access-of-admins',
  'process/creating-an-admin',
  'menus/moving-a-whole-menu',
  'parsing/learning-what-things-are-called',
  'contract/access-of-keys',
  'process/a-letter-after-a-crash',
  'process/stopping',
  'contract/lists',
  'contract/costs-of-documents',
];
