import type { Viewer } from '../viewer.ts';
import type { Actor } from './event.entity.ts';

const nobody: Actor = { actorKind: null, actorId: null };

/** As whom events know who did something: by id, for a name would outlive its erasure. */
export function doneBy(viewer: Viewer | undefined): Actor {
  switch (viewer?.kind) {
    case 'guest':
      return { actorKind: 'guest', actorId: viewer.visit.id };
    case 'person':
      return { actorKind: 'person', actorId: viewer.personId };
    case 'service':
      return { actorKind: 'service', actorId: viewer.keyId };
    default:
      return nobody;
  }
}
