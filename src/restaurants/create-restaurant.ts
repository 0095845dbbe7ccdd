import { randomUUIDv7 } from 'node:crypto';
import { transact } from '../events/transact.ts';
import { holdPerson } from '../people/hold-person.ts';
import { type Context, signedIn, viewerKey } from '../viewer.ts';
import { claimSlug } from './claim-slug.ts';
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

/** Opens a restaurant; its owner is whoever asks. Throws SLUG_TAKEN, and RATE_LIMITED because a slug is taken for good. */
export async function createRestaurant(
  ctx: Context,
  input: NewRestaurant,
  idempotencyKey: string,
): Promise<{ restaurant: Restaurant; replayed: boolean }> {
  const personId = signedIn(ctx);
  await ctx.throttle.pass(['createRestaurant', personId]);
  const id = randomUUIDv7();
  return transact(ctx, id, async (tx) => {
    await holdPerson(tx, personId);
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
    const restaurant = tx.em.create(Restaurant, {
      id,
      ...input,
      openingHours: null,
      pausedAt: null,
      pausedUntil: null,
      pauseReason: null,
      createdAt: now,
      archivedAt: null,
      suspendedAt: null,
    });
    await tx.em.flush();
    await claimSlug(tx, input.slug);
    tx.em.create(Staff, { id: randomUUIDv7(), restaurantId: id, personId, role: 'OWNER', createdAt: now });
    ctx.audit?.about(id, false);
    await tx.tell([{ kind: 'restaurant.created', subject: id }], { revise: true });
    return { restaurant, replayed: false };
  });
}
