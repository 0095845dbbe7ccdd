import type { Viewer } from '../viewer.ts';
import type { Order } from './order.entity.ts';
import type { Mover } from './order-status.ts';

/** Nothing but the visit makes it the viewer's: when the visit ends, so does what the viewer may do with it. */
export function byVisitAlone(viewer: Viewer, { personId }: Order, movers: readonly Mover[]): boolean {
  const isOfPerson = viewer.kind === 'person' && personId === viewer.personId;
  return !isOfPerson && movers.every((mover) => mover === 'OWN');
}
