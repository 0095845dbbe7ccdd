import { randomUUIDv7 } from 'node:crypto';
import { Refusal } from '../errors.ts';
import { type Context, signedIn, viewerKey } from '../viewer.ts';
import { ApiKey } from './api-key.entity.ts';
import { apiKey } from './api-key.ts';
import { changeRestaurant, type RestaurantChange } from './change-restaurant.ts';
import { owns } from './restaurant-access.ts';
import type { Scope } from './scope.ts';

export interface WantedApiKey {
  readonly restaurantId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt?: Date | null;
}

export interface MadeApiKey {
  readonly key: ApiKey;
  /** Shown this once; null when the idempotency key had made it before. */
  readonly token: string | null;
  readonly replayed: boolean;
}

/** Makes a key for a program. Its token is in this answer and nowhere else. */
export function createApiKey(
  ctx: Context,
  { restaurantId, name, scopes, expiresAt = null }: WantedApiKey,
  idempotencyKey: string,
): Promise<MadeApiKey> {
  const id = randomUUIDv7();
  const { token, hash } = apiKey.make(id);
  return changeRestaurant(ctx, restaurantId, owns, async (tx) => {
    const earlier = await tx.once({
      viewer: viewerKey(ctx.viewer),
      field: 'createApiKey',
      key: idempotencyKey,
      input: { name, scopes, expiresAt },
      makes: id,
    });
    if (earlier)
      return { key: await tx.em.findOneOrFail(ApiKey, { id: earlier }), token: null, replayed: true };
    await assertRoom(tx);
    const key = tx.em.create(ApiKey, {
      id,
      restaurantId,
      name,
      scopes: [...new Set(scopes)],
      secretHash: hash,
      createdById: signedIn(ctx),
      createdAt: new Date(),
      expiresAt,
      usedAt: null,
      revokedAt: null,
    });
    await tx.tell([{ kind: 'key.created', subject: id }]);
    return { key, token, replayed: false };
  });
}

const mostKeys = 100;

async function assertRoom({ em }: RestaurantChange): Promise<void> {
  const good = { revokedAt: null, $or: [{ expiresAt: null }, { expiresAt: { $gt: new Date() } }] };
  if ((await em.count(ApiKey, good)) >= mostKeys)
    throw new Refusal('BAD_USER_INPUT', `A restaurant has at most ${mostKeys} keys: revoke one first.`);
}
