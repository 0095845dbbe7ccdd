import { createHash, randomUUIDv7 } from 'node:crypto';
import { sql } from '../database/sql.ts';
import { type Means, transact } from '../events/transact.ts';
import type { JobPayload } from '../jobs/job.entity.ts';
import type { Seal } from '../seal.ts';
import type { Lesson } from './lessons-of.ts';

/**
 * The job of an order whose guest was not understood at first: counts what was said for what. A cart counts once for the same, however
 * often the job runs and the cart is ordered again; the words themselves are written down when a second cart has said them.
 */
export async function learnAliases(means: Means, seal: Seal, payload: JobPayload): Promise<void> {
  const { restaurantId, cartId, lessons: sealed } = payload as unknown as Due;
  const lessons = (JSON.parse(seal.open(sealed)) as Lesson[]).map((lesson) => ({
    ...lesson,
    id: randomUUIDv7(),
    digest: digestOf(restaurantId, lesson.phrase),
  }));
  const given = JSON.stringify(lessons);
  await transact(means, restaurantId, async (tx) => {
    await tx.rows(sql`
      insert into alias_suggestion as s (id, restaurant_id, noun, entry, digest, last_cart, first_seen_at, last_seen_at)
      select n.id, e.restaurant_id, e.noun, e.id, n.digest, ${cartId}, ${tx.now}, ${tx.now}
      from jsonb_to_recordset(${given}::jsonb) as n (id uuid, entry uuid, digest text)
      join (
        select 'item' as noun, restaurant_id, id from menu_item
        union all select 'variant', restaurant_id, id from menu_variant
        union all select 'modifier', restaurant_id, id from modifier
      ) e on e.id = n.entry
      where e.restaurant_id = ${restaurantId} order by n.entry, n.digest
      on conflict (restaurant_id, entry, digest) do update
        set carts = s.carts + 1, last_cart = excluded.last_cart, last_seen_at = excluded.last_seen_at
        where s.restaurant_id = ${restaurantId} and s.last_cart <> excluded.last_cart`);
    await tx.rows(sql`
      update alias_suggestion s set phrase = n.phrase
      from jsonb_to_recordset(${given}::jsonb) as n (entry uuid, digest text, phrase text)
      where s.restaurant_id = ${restaurantId} and s.entry = n.entry and s.digest = n.digest and s.carts > 1 and s.phrase is null`);
  });
}

interface Due {
  readonly restaurantId: string;
  readonly cartId: string;
  readonly lessons: string;
}

/** No secret: it keeps words that one guest said from being read, not from being guessed. */
function digestOf(restaurantId: string, phrase: string): string {
  return createHash('sha256').update(`${restaurantId} ${phrase}`).digest('base64url');
}
