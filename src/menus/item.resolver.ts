import { Arg, Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { attachModifierGroup } from './attach-modifier-group.ts';
import { createItem } from './create-item.ts';
import { detachModifierGroup } from './detach-modifier-group.ts';
import { editItem } from './edit-item.ts';
import { findItem } from './find-menu.ts';
import { CreateItemInput, EditItemInput } from './item-inputs.types.ts';
import type { MenuItem } from './menu.ts';
import { MenuItemPayload, MenuItemType } from './menu.types.ts';
import { OwnRangeArgs } from './modifier-inputs.types.ts';

@Resolver()
export class ItemResolver {
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

  @Mutation(() => MenuItemType, {
    description:
      'The item offers the group, with its own min and max where they are given. Again: with those that are given now. CHOICE_INVALID: it would want more than the group allows or its modifiers give. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, CHOICE_INVALID, BAD_USER_INPUT.',
  })
  async attachModifierGroup(
    @Ctx() ctx: Context,
    @Arg('itemId', () => UUID) itemId: string,
    @Arg('groupId', () => UUID) groupId: string,
    @Args() { min = null, max = null }: OwnRangeArgs,
  ): Promise<MenuItem> {
    return findItem(ctx, await attachModifierGroup(ctx, { itemId, groupId }, { min, max }), itemId);
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
}
