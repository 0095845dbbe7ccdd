import { keptTo } from './kept-to.ts';

/** The only way to run SQL on the audit, which belongs to the house. */
export const ofAudit = keptTo(['audit_entry']);
