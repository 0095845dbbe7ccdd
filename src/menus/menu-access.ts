import { restaurantOf, type TenantNoun } from '../database/restaurant-of.ts';
import { notFound } from '../errors.ts';
import { assertRole, eightySixes, writesMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';

/** Managers and owners write the menu. Answers with the restaurant of what they are about to change. */
export async function menuForWriting(ctx: Context, noun: TenantNoun, id: string): Promise<string> {
  const restaurantId = await menuOf(ctx, noun, id);
  await assertRole(ctx, restaurantId, writesMenu);
  return restaurantId;
}

/** Whoever cooks or serves may take something off and put it back. */
export async function menuForEightySixing(ctx: Context, noun: TenantNoun, id: string): Promise<string> {
  const restaurantId = await menuOf(ctx, noun, id);
  await assertRole(ctx, restaurantId, eightySixes);
  return restaurantId;
}

async function menuOf(ctx: Context, noun: TenantNoun, id: string): Promise<string> {
  const restaurantId = await restaurantOf(ctx.em, noun, id);
  if (!restaurantId) throw notFound();
  return restaurantId;
}
