import { randomUUIDv7 } from 'node:crypto';
import { assertRole, writesMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import { Category } from './category.entity.ts';
import { orSlugTaken } from './category-slug.ts';
import { addToMenu, type Made } from './change-menu.ts';
import { keptWindows } from './kept-windows.ts';
import { nextPosition } from './next-position.ts';
import type { Windows } from './windows.ts';

export interface NewCategory {
  readonly slug: string;
  readonly title: string;
  readonly description?: string | null;
  readonly hidden?: boolean | null;
  readonly windows?: Windows | null;
}

/** Adds a category at the end of the menu. Throws SLUG_TAKEN. */
export async function createCategory(
  ctx: Context,
  restaurantId: string,
  input: NewCategory,
  key: string,
): Promise<Made> {
  await assertRole(ctx, restaurantId, writesMenu);
  const id = randomUUIDv7();
  const { slug, title, description = null } = input;
  const hidden = input.hidden ?? false;
  const windows = keptWindows(input.windows ?? null);
  const adding = addToMenu(
    ctx,
    restaurantId,
    { kind: 'category-created', subject: id },
    { field: 'createCategory', key, input },
    async (tx) => {
      const position = await nextPosition(tx.em, Category, {});
      tx.em.create(Category, {
        id,
        restaurantId,
        slug,
        title,
        description,
        hidden,
        windows,
        position,
        archivedAt: null,
      });
    },
  );
  return orSlugTaken(adding);
}
