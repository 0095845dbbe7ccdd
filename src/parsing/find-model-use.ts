import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import { businessDay } from '../restaurants/business-day.ts';
import type { Restaurant } from '../restaurants/restaurant.entity.ts';
import { assertRole, runs } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';

/** Sums of what a language model was asked. */
export interface ModelSums {
  readonly calls: number;
  readonly failures: number;
  readonly requests: number;
  readonly milliseconds: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

export interface ModelUseView extends ModelSums {
  readonly days: readonly (ModelSums & { readonly businessDay: string })[];
  readonly outcomes: readonly (ModelSums & { readonly model: string; readonly outcome: string })[];
}

const longestDays = 100;
const nothing: ModelSums = { calls: 0, failures: 0, requests: 0, milliseconds: 0, tokensIn: 0, tokensOut: 0 };

/** What a language model was asked for a restaurant in hours that began since a moment and before another, for whoever runs it. One statement. */
export async function findModelUse(
  ctx: Context,
  restaurant: Restaurant,
  since: Date,
  until: Date,
): Promise<ModelUseView> {
  await assertRole(ctx, restaurant.id, runs);
  const length = until.getTime() - since.getTime();
  if (!(length > 0 && length <= longestDays * 86_400_000))
    throw new Refusal('BAD_USER_INPUT', `\`until\` comes after \`since\`, by ${longestDays} days at most.`);
  const found = await scoped(ctx.em, restaurant.id).rows<Row>(sql`
    select hour, model, outcome, calls, case when outcome = 'answered' then 0 else calls end as failures, requests,
      ms::float8 as milliseconds, tokens_in::float8 as "tokensIn", tokens_out::float8 as "tokensOut"
    from model_use where restaurant_id = ${restaurant.id} and hour >= ${since} and hour < ${until}
    order by hour, model collate "C", outcome collate "C"`);
  const days = summed(found, ({ hour }) => ({ businessDay: businessDay(restaurant, new Date(hour)) }));
  const outcomes = summed(found, ({ model, outcome }) => ({ model, outcome }));
  return { ...found.reduce<ModelSums>(sumOf, nothing), days, outcomes };
}

type Row = ModelSums & { readonly hour: string | Date; readonly model: string; readonly outcome: string };

function summed<Part extends object>(
  found: readonly Row[],
  partOf: (row: Row) => Part,
): (ModelSums & Part)[] {
  const sums = new Map<string, ModelSums & Part>();
  for (const row of found) {
    const part = partOf(row);
    const key = JSON.stringify(part);
    sums.set(key, { ...part, ...sumOf(sums.get(key) ?? nothing, row) });
  }
  return [...sums.values()];
}

function sumOf(one: ModelSums, other: ModelSums): ModelSums {
  return {
    calls: one.calls + other.calls,
    failures: one.failures + other.failures,
    requests: one.requests + other.requests,
    milliseconds: one.milliseconds + other.milliseconds,
    tokensIn: one.tokensIn + other.tokensIn,
    tokensOut: one.tokensOut + other.tokensOut,
  };
}
