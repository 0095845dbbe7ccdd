import type { Heard } from '../carts/heard.ts';
import { idsOf } from '../carts/ids-of.ts';
import type { CartLineRow } from '../carts/read-cart.ts';
import type { Work } from '../events/transact.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { Context } from '../viewer.ts';
import { lessonsOf } from './lessons-of.ts';

/**
 * Has what a cart teaches counted once it is ordered. Costs nothing where everything was understood. What guests said is sealed: a job
 * may lie there for weeks.
 */
export async function learnLater(
  { seal }: Context,
  tx: Work,
  { id }: { readonly id: string },
  heard: Heard | null,
  ordered: readonly CartLineRow[],
): Promise<void> {
  const lessons = heard ? lessonsOf(heard, new Set(idsOf(ordered))) : [];
  if (lessons.length === 0) return;
  const { restaurantId } = tx;
  await enqueue(tx, 'learn-aliases', {
    restaurantId,
    cartId: id,
    lessons: seal.close(JSON.stringify(lessons)),
  });
}
