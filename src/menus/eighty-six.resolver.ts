import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { eightySixItem, eightySixModifier } from './eighty-six.ts';
import { findItem } from './find-menu.ts';
import { findModifierGroup } from './find-modifier-groups.ts';
import type { MenuItem, MenuModifierGroup } from './menu.ts';
import { MenuItemType, MenuModifierGroupType } from './menu.types.ts';
import { setStock } from './set-stock.ts';
import { SetItemStockInput } from './stock-inputs.types.ts';

@Resolver()
export class EightySixResolver {
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

  @Mutation(() => MenuModifierGroupType, {
    description:
      '86es a modifier, or puts it back. Answers with its group. For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  async setModifierAvailable(
    @Ctx() ctx: Context,
    @Arg('modifierId', () => UUID) modifierId: string,
    @Arg('available') available: boolean,
  ): Promise<MenuModifierGroup> {
    const { restaurantId, groupId } = await eightySixModifier(ctx, modifierId, !available);
    return findModifierGroup(ctx, restaurantId, groupId);
  }
}
