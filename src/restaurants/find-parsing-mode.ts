import type { Context } from '../viewer.ts';
import type { ParsingMode } from './parsing-mode.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { assertRole, worksHere } from './restaurant-access.ts';

/** Who reads guests' words here, for whoever works here. */
export async function findParsingMode(ctx: Context, { id, parsingMode }: Restaurant): Promise<ParsingMode> {
  await assertRole(ctx, id, worksHere);
  return parsingMode;
}
