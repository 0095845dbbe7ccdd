import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { archive } from './archive.ts';
import { attachModifierGroup } from './attach-modifier-group.ts';
import { createCategory } from './create-category.ts';
import { createItem } from './create-item.ts';
import { createVariant } from './create-variant.ts';
import { detachModifierGroup } from './detach-modifier-group.ts';
import { editCategory } from './edit-category.ts';
import { editItem } from './edit-item.ts';
import { editVariant } from './edit-variant.ts';
import { eightySixItem } from './eighty-six.ts';
import { findCategory, findItem } from './find-menu.ts';
import {
  CreateCategoryInput,
  CreateItemInput,
  CreateVariantInput,
  EditCategoryInput,
  EditItemInput,
  EditVariantInput,
  SetItemStockInput,
} from './item-inputs.types.ts';
import type { MenuCategory, MenuItem } from './menu.ts';
import {
  CreateCategoryPayload,
  MenuCategoryType,
  MenuItemPayload,
  MenuItemType,
  MenuNounEnum,
} from './menu.types.ts';
import { setStock } from './set-stock.ts';

@Resolver()
export class ItemResolver {
  @Mutation(() => CreateCategoryPayload, {
    description:
      'Adds a category. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, SLUG_TAKEN, IDEMPOTENCY_KEY_REUSED.',
  })
  async createCategory(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Arg('input') input: CreateCategoryInput,
    @Arg('idempotencyKey', () => IdempotencyKey) key: string,
  ): Promise<CreateCategoryPayload> {
    const { id, replayed } = await createCategory(ctx, restaurantId, input, key);
    return { category: await findCategory(ctx, restaurantId, id), replayed };
  }

  @Mutation(() => MenuCategoryType, {
    description: 'For managers and owners. Errors: NOT_FOUND, FORBIDDEN, SLUG_TAKEN.',
  })
  async editCategory(
    @Ctx() ctx: Context,
    @Arg('id', () => UUID) id: string,
    @Arg('input') input: EditCategoryInput,
  ): Promise<MenuCategory> {
    return findCategory(ctx, await editCategory(ctx, id, input), id);
  }

  @Mutation(() => MenuItemPayload, {
    description:
      'Adds an item to a category. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, IDEMPOTENCY_KEY_REUSED.',
  })
  async createItem(
    @Ctx() ctx: Context,
    @Arg('categoryId', () => UUID) categoryId: string,
    @Arg('input') input: CreateItemInput,
    @Arg('idempotencyKey', () => IdempotencyKey) key: string,
  ): Promise<MenuItemPayload> {
    const { id, restaurantId, replayed } = await createItem(ctx, categoryId, input, key);
    return { item: await findItem(ctx, restaurantId, id), replayed };
  }

  @Mutation(() => MenuItemType, { description: 'For managers and owners. Errors: NOT_FOUND, FORBIDDEN.' })
  async editItem(
    @Ctx() ctx: Context,
    @Arg('id', () => UUID) id: string,
    @Arg('input') input: EditItemInput,
  ): Promise<MenuItem> {
    return findItem(ctx, await editItem(ctx, id, input), id);
  }

  @Mutation(() => MenuItemPayload, {
    description:
      'Adds a variant to an item. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, IDEMPOTENCY_KEY_REUSED.',
  })
  async createVariant(
    @Ctx() ctx: Context,
    @Arg('itemId', () => UUID) itemId: string,
    @Arg('input') input: CreateVariantInput,
    @Arg('idempotencyKey', () => IdempotencyKey) key: string,
  ): Promise<MenuItemPayload> {
    const { restaurantId, replayed } = await createVariant(ctx, itemId, input, key);
    return { item: await findItem(ctx, restaurantId, itemId), replayed };
  }

  @Mutation(() => MenuItemType, {
    description:
      'Answers with its item. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, CHOICE_INVALID.',
  })
  async editVariant(
    @Ctx() ctx: Context,
    @Arg('id', () => UUID) id: string,
    @Arg('input') input: EditVariantInput,
  ): Promise<MenuItem> {
    const { restaurantId, itemId } = await editVariant(ctx, id, input);
    return findItem(ctx, restaurantId, itemId);
  }

  @Mutation(() => MenuItemType, {
    description: 'The item offers the group. For managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  async attachModifierGroup(
    @Ctx() ctx: Context,
    @Arg('itemId', () => UUID) itemId: string,
    @Arg('groupId', () => UUID) groupId: string,
  ): Promise<MenuItem> {
    return findItem(ctx, await attachModifierGroup(ctx, { itemId, groupId }), itemId);
  }

  @Mutation(() => MenuItemType, {
    description:
      'The item no longer offers the group. For managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  async detachModifierGroup(
    @Ctx() ctx: Context,
    @Arg('itemId', () => UUID) itemId: string,
    @Arg('groupId', () => UUID) groupId: string,
  ): Promise<MenuItem> {
    return findItem(ctx, await detachModifierGroup(ctx, { itemId, groupId }), itemId);
  }

  @Mutation(() => Boolean, {
    description:
      'Takes something off the menu for good; old orders keep it. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, CHOICE_INVALID.',
  })
  async archiveMenuEntry(
    @Ctx() ctx: Context,
    @Arg('noun', () => MenuNounEnum) noun: MenuNounEnum,
    @Arg('id', () => UUID) id: string,
  ): Promise<boolean> {
    await archive(ctx, noun, id);
    return true;
  }

  @Mutation(() => MenuItemType, {
    description:
      '86es an item, or puts it back. For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  async setItemAvailable(
    @Ctx() ctx: Context,
    @Arg('itemId', () => UUID) itemId: string,
    @Arg('available') available: boolean,
  ): Promise<MenuItem> {
    return findItem(ctx, await eightySixItem(ctx, itemId, !available), itemId);
  }

  @Mutation(() => MenuItemType, {
    description:
      'How many are left. For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  async setItemStock(
    @Ctx() ctx: Context,
    @Arg('input') { itemId, remaining = null }: SetItemStockInput,
  ): Promise<MenuItem> {
    return findItem(ctx, await setStock(ctx, itemId, remaining), itemId);
  }
}
