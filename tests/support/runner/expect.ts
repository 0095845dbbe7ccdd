import { testFile } from './test-file.ts';

/** What '@jest/globals' is to a helper. It outlives the test file that imports it first, whose tests and hooks are not the next one's. */
export const { expect } = testFile.globals;
