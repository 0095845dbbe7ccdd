import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { assertTaxClass } from './assert-tax-class.ts';
import { Category } from './category.entity.ts';
import { changeMenu } from './change-menu.ts';
import type { NewItem } from './create-item.ts';
import { itemOnMenu } from './item-on-menu.ts';
import { keptAliases } from './kept-aliases.ts';
import { keptWindows } from './kept-windows.ts';
import { menuForWriting } from './menu-access.ts';
import { said } from './said.ts';

export type ItemEdit = Partial<NewItem> & {
  readonly categoryId?: string;
  readonly position?: number;
};

/** Changes what is given and leaves the rest. */
export async function editItem(ctx: Context, id: string, edit: ItemEdit): Promise<string> {
  const windows = edit.windows === undefined ? {} : { windows: keptWindows(edit.windows) };
  const aliases = edit.aliases ? { aliases: keptAliases(edit.aliases) } : {};
  const restaurantId = await menuForWriting(ctx, 'item', id);
  await changeMenu(ctx, restaurantId, { kind: 'item-edited', subject: id }, async (tx) => {
    const item = await itemOnMenu(tx, id);
    if (edit.categoryId && !(await tx.em.findOne(Category, { id: edit.categoryId, archivedAt: null })))
      throw notFound();
    await assertTaxClass(tx, edit.taxClass);
    tx.em.assign(item, { ...said(edit), ...windows, ...aliases });
  });
  return restaurantId;
}
