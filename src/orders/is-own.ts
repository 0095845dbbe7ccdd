import type { Viewer } from '../viewer.ts';
import type { Order } from './order.entity.ts';

/** Whose order it is, as customer or as guest: nobody can take that away. */
export function isOwn(
  viewer: Viewer,
  { personId, visitId, party }: Pick<Order, 'personId' | 'visitId' | 'party'>,
): boolean {
  if (viewer.kind === 'person' && personId === viewer.personId) return true;
  const visit = viewer.kind === 'guest' || viewer.kind === 'person' ? viewer.visit : null;
  return visit !== null && (visitId === visit.id || (party ?? []).includes(visit.id));
}
