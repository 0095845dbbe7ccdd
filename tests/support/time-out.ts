import { jest } from '@jest/globals';

/** Only a test that will never end meets it: tests wait for a state, on machines of any speed. */
jest.setTimeout(60_000);
