/**
 * How well a key stands for a name. `spelt`: the name or an alias as it is written; `exact`: give or take an ending;
 * `full`: without an "and", its kind ("pizza") or what stands in brackets; `same`: in other words that mean it;
 * `plain`: without what only says it is the ordinary one ("bottled"); `head`: the thing without what sort of it it is;
 * `part`: some of its words.
 */
export type Grade = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const grades = {
  part: 1,
  head: 2,
  plain: 3,
  same: 4,
  full: 5,
  exact: 6,
  spelt: 7,
} as const satisfies Record<string, Grade>;
