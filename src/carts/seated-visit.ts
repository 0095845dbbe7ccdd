import { Refusal } from '../errors.ts';
import type { Viewer, VisitClaim } from '../viewer.ts';

/** A visit at a table: its guests alone fill a cart together. Throws UNAUTHENTICATED or FORBIDDEN. */
export function seatedVisit(
  { kind }: Viewer,
  visit: VisitClaim | null,
): VisitClaim & { readonly tableId: string } {
  if (visit?.tableId) return { ...visit, tableId: visit.tableId };
  if (kind === 'anonymous') throw new Refusal('UNAUTHENTICATED', 'Start a visit first.');
  throw new Refusal('FORBIDDEN', 'Guests of a table share a cart: scan its code first.');
}
