import type * as jest from '@jest/globals';

/** The test file that runs now. */
export const testFile = { globals: {} as typeof jest };
