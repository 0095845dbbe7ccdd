import type { EntityClass, EntityManager, FilterQuery } from '@mikro-orm/core';

/** The place after the last one. */
export async function nextPosition<T extends { position: number }>(
  em: EntityManager,
  noun: EntityClass<T>,
  among: FilterQuery<NoInfer<T>>,
): Promise<number> {
  const last = await em.find(noun, among, { orderBy: { position: 'desc' } as never, limit: 1 });
  return (last[0]?.position ?? 0) + 1;
}
