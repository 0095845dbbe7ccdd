import type { OpeningHours } from '../restaurants/opening-hours.ts';

/** When something may be ordered: a week that repeats, by the clock on the restaurant's wall. A day that is not listed has nothing. */
export type Windows = OpeningHours['weekly'];
