import type { Happening } from '../events/read-events.ts';
import type { Viewer } from '../viewer.ts';

/** Whether an event of a restaurant may change what the viewer may do there. */
export function changesRights(viewer: Viewer, { topic, kind, subject }: Happening): boolean {
  if (topic === 'staff') return viewer.kind === 'person' && subject === viewer.personId;
  return ['restaurant.suspended', 'restaurant.archived', 'restaurant.second-factor-required'].includes(kind);
}
