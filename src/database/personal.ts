import { keptTo } from './kept-to.ts';

/** The only way to run SQL on what is a person's own. Its rows belong to persons, and to no restaurant. */
export const personal = keptTo(['person', 'session', 'account_token', 'second_factor', 'recovery_code']);
