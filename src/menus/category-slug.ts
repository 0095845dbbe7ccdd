import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { Category } from './category.entity.ts';

/** Slugs of archived categories stay taken: old links must not lead elsewhere. */
export async function assertSlugIsFree(tx: Work, slug: string, id: string): Promise<void> {
  const other = await tx.em.findOne(Category, { slug, id: { $ne: id } });
  if (other) throw new Refusal('SLUG_TAKEN');
}
