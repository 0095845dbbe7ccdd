import { ChangeSetType, type EventSubscriber, type FlushEventArgs, wrap } from '@mikro-orm/core';
import { entities } from './entities.ts';

/**
 * Keeps what the tenant filter does not see: what a manager writes belongs to the restaurant that is set for it, and goes on
 * belonging to it. A row that was never read is not written, because nobody knows whose it is.
 */
export class TenantGuard implements EventSubscriber {
  onFlush({ em, uow }: FlushEventArgs): void {
    const set: string | undefined = em.getFilterParams('tenant')?.['restaurantId'];
    for (const { entity, meta, type } of uow.getChangeSets()) {
      if (!tenant.has(meta.class)) continue;
      const { restaurantId } = entity as Partial<Owned>;
      const read = wrap(entity, true).__originalEntityData as Partial<Owned> | undefined;
      const before = type === ChangeSetType.CREATE ? restaurantId : read?.restaurantId;
      if (set && restaurantId === set && before === set) continue;
      throw new Error(`This ${meta.className} is not written: its restaurant is not the one that is set.`);
    }
  }

  beforeUpsert({ meta }: { meta: { class: unknown; className: string } }): void {
    if (!tenant.has(meta.class)) return;
    throw new Error(`This ${meta.className} is not written: upsert does not ask whose row it meets.`);
  }
}

interface Owned {
  readonly restaurantId: string;
}

const tenant = new Set<unknown>(entities.tenant);
