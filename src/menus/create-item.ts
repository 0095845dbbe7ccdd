import { randomUUIDv7 } from 'node:crypto';
import { notFound } from '../errors.ts';
import type { Context } from '../viewer.ts';
import { assertTaxClass } from './assert-tax-class.ts';
import { Category } from './category.entity.ts';
import { addToMenu, type Made } from './change-menu.ts';
import { Item } from './item.entity.ts';
import { keptAliases } from './kept-aliases.ts';
import { keptWindows } from './kept-windows.ts';
import { menuForWriting } from './menu-access.ts';
import { nextPosition } from './next-position.ts';
import type { Windows } from './windows.ts';

export interface NewItem {
  readonly title: string;
  readonly description?: string | null;
  /** Minor units. */
  readonly price: number;
  readonly aliases?: string[];
  readonly featured?: boolean;
  readonly hidden?: boolean;
  readonly tags?: string[];
  readonly allergens?: string[];
  readonly image?: string | null;
  readonly taxClass?: string | null;
  readonly station?: string | null;
  readonly windows?: Windows | null;
}

/** Adds an item at the end of a category. */
export async function createItem(
  ctx: Context,
  categoryId: string,
  input: NewItem,
  key: string,
): Promise<Made> {
  const restaurantId = await menuForWriting(ctx, 'category', categoryId);
  const id = randomUUIDv7();
  const windows = keptWindows(input.windows ?? null);
  const aliases = keptAliases(input.aliases ?? []);
  const once = { field: 'createItem', key, input: { categoryId, ...input } };
  return addToMenu(ctx, restaurantId, { kind: 'item-created', subject: id }, once, async (tx) => {
    if (!(await tx.em.findOne(Category, { id: categoryId, archivedAt: null }))) throw notFound();
    await assertTaxClass(tx, input.taxClass);
    tx.em.create(Item, {
      id,
      restaurantId,
      categoryId,
      title: input.title,
      description: input.description ?? null,
      price: input.price,
      aliases,
      featured: input.featured ?? false,
      hidden: input.hidden ?? false,
      soldOut: false,
      position: await nextPosition(tx.em, Item, { categoryId }),
      tags: input.tags ?? [],
      allergens: input.allergens ?? [],
      image: input.image ?? null,
      taxClass: input.taxClass ?? null,
      station: input.station ?? null,
      windows,
      archivedAt: null,
    });
  });
}
