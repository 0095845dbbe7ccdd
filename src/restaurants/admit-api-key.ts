import type { EntityManager } from '@mikro-orm/core';
import { acrossRestaurants } from '../database/across-restaurants.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Read } from '../tokens.ts';
import type { GivenApiKey } from './api-key.ts';
import type { Scope } from './scope.ts';

interface Found {
  readonly restaurantId: string;
  readonly scopes: Scope[];
  readonly expiresAt: Date | string | null;
  readonly worn: boolean;
}

/** The program that shows this key. Throws UNAUTHENTICATED when there is no such key, or no longer. */
export async function admitApiKey(em: EntityManager, { id, hash }: GivenApiKey): Promise<Read> {
  const [key] = await acrossRestaurants<Found>(
    em,
    sql`
    select restaurant_id as "restaurantId", scopes, expires_at as "expiresAt",
      coalesce(used_at, '-infinity') <= now() - interval '1 minute' as worn
    from api_key k
    where id = ${id} and secret_hash = ${hash} and revoked_at is null and coalesce(expires_at, 'infinity') > now()
      and exists (select 1 from restaurant r where r.id = k.restaurant_id and r.suspended_at is null)`,
  );
  if (!key) throw new Refusal('UNAUTHENTICATED', 'The key is unknown, revoked or has expired.');
  const { restaurantId, scopes } = key;
  if (key.worn) await acrossRestaurants(em, sql`update api_key set used_at = now() where id = ${id}`);
  return {
    viewer: { kind: 'service', keyId: id, restaurantId, scopes },
    expiresAt: key.expiresAt === null ? null : new Date(key.expiresAt),
  };
}
