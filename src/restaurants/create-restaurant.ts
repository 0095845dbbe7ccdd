import { randomUUIDv7 } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Refusal } from '../errors.ts';
import { transact } from '../events/transact.ts';
import { type Context, signedIn, viewerKey } from '../viewer.ts';
import { Restaurant } from './restaurant.entity.ts';
import { Staff } from './staff.entity.ts';

export interface NewRestaurant {
  readonly slug: string;
  readonly title: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly locale: string;
}

const everywhere = '00000000-0000-0000-0000-000000000000';

/** Opens a restaurant; its owner is whoever asks. Throws SLUG_TAKEN. */
export async function createRestaurant(
  ctx: Context,
  input: NewRestaurant,
  idempotencyKey: string,
): Promise<{ restaurant: Restaurant; replayed: boolean }> {
  const personId = signedIn(ctx);
  const id = randomUUIDv7();
  try {
    return await transact(ctx, id, async (tx) => {
      const earlier = await tx.once({
        viewer: viewerKey(ctx.viewer),
        field: 'createRestaurant',
        key: idempotencyKey,
        input,
        makes: id,
        within: everywhere,
      });
      if (earlier)
        return { restaurant: await tx.em.findOneOrFail(Restaurant, { id: earlier }), replayed: true };
      const now = new Date();
      const restaurant = tx.em.create(Restaurant, { id, ...input, createdAt: now, archivedAt: null });
      await tx.em.flush();
      tx.em.create(Staff, { id: randomUUIDv7(), restaurantId: id, personId, role: 'OWNER', createdAt: now });
      await tx.tell([{ kind: 'restaurant.created', subject: id }], { revise: true });
      return { restaurant, replayed: false };
    });
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) throw new Refusal('SLUG_TAKEN');
    throw error;
  }
}
