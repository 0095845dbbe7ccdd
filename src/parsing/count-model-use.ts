import type { EntityManager } from '@mikro-orm/core';
import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import type { ModelUse } from './models/model-reader.ts';

/** Adds a use of a language model to its hour. By itself: what was paid for is paid for, whatever becomes of the order. */
export async function countModelUse(
  em: EntityManager,
  now: Date,
  { restaurantId, model, outcome, attempts, ms, tokensIn, tokensOut }: ModelUse,
): Promise<void> {
  await scoped(em, restaurantId).rows(sql`
    insert into model_use as u (restaurant_id, hour, model, outcome, calls, requests, ms, tokens_in, tokens_out)
    values (${restaurantId}, date_trunc('hour', ${now}::timestamptz, 'UTC'), ${model}, ${outcome}, 1, ${attempts}::int, ${ms}::bigint,
      ${tokensIn}::bigint, ${tokensOut}::bigint)
    on conflict (restaurant_id, hour, model, outcome) do update set calls = u.calls + 1, requests = u.requests + excluded.requests,
      ms = u.ms + excluded.ms, tokens_in = u.tokens_in + excluded.tokens_in, tokens_out = u.tokens_out + excluded.tokens_out
    where u.restaurant_id = ${restaurantId}`);
}
