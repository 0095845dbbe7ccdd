import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { Category } from './category.entity.ts';
import { orSlugTaken } from './category-slug.ts';
import { changeMenu } from './change-menu.ts';
import type { NewCategory } from './create-category.ts';
import { keptWindows } from './kept-windows.ts';
import { menuForWriting } from './menu-access.ts';
import { said } from './said.ts';

export type CategoryEdit = Partial<NewCategory> & { readonly position?: number };

/** Changes what is given and leaves the rest. Throws SLUG_TAKEN. */
export async function editCategory(ctx: Context, id: string, edit: CategoryEdit): Promise<string> {
  const windows = edit.windows === undefined ? {} : { windows: keptWindows(edit.windows) };
  const restaurantId = await menuForWriting(ctx, 'category', id);
  const editing = changeMenu(ctx, restaurantId, { kind: 'category-edited', subject: id }, async (tx) => {
    const category = await tx.em.findOne(Category, { id, archivedAt: null });
    if (!category) throw notFound();
    tx.em.assign(category, { ...said(edit), ...windows });
  });
  await orSlugTaken(editing);
  return restaurantId;
}
