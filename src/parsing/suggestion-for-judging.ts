import { scoped } from '../database/scoped.ts';
import { notFound } from '../errors.ts';
import { menuForWriting } from '../menus/menu-access.ts';
import type { Context } from '../viewer.ts';
import { AliasSuggestion } from './alias-suggestion.entity.ts';

export type Judged = AliasSuggestion & { readonly phrase: string };

/** A suggestion that two carts have made, for managers and owners. What only one has said is not there for them. */
export async function suggestionForJudging(ctx: Context, id: string): Promise<Judged> {
  const restaurantId = await menuForWriting(ctx, 'aliasSuggestion', id);
  const found = await scoped(ctx.em, restaurantId).em.findOne(AliasSuggestion, { id });
  if (!found || found.phrase === null) throw notFound();
  return found as Judged;
}
