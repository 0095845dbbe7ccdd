import type { AuditEntry } from '../audit/audit-entry.entity.ts';
import type { Viewer } from '../viewer.ts';

/** As whom the audit knows a viewer. */
export function actorOf(viewer: Viewer): Pick<AuditEntry, 'actorKind' | 'actorId'> {
  switch (viewer.kind) {
    case 'anonymous':
      return { actorKind: 'anonymous', actorId: null };
    case 'guest':
      return { actorKind: 'guest', actorId: viewer.visit.id };
    case 'person':
      return { actorKind: 'person', actorId: viewer.personId };
    case 'service':
      return { actorKind: 'service', actorId: viewer.keyId };
    case 'crew':
      throw new Error('A crew only watches.');
  }
}
