/** Who reads what guests order in their own words. */
export const parsingModes = ['IN_PROCESS', 'MODEL', 'BOTH'] as const;

export type ParsingMode = (typeof parsingModes)[number];
