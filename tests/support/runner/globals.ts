import { testFile } from './test-file.ts';

/** What '@jest/globals' is to a test file. Each evaluates this anew. */
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } = testFile.globals;
