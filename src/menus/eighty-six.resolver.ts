import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { eightySix } from './eighty-six.ts';
import { findItem } from './find-menu.ts';
import { findModifierGroup } from './find-modifier-groups.ts';
import { findStock, type StockEntry } from './find-stock.ts';
import type { MenuItem, MenuModifierGroup } from './menu.ts';
import { MenuItemType } from './menu.types.ts';
import { MenuModifierGroupType } from './menu-choices.types.ts';
import { setStock } from './set-stock.ts';
import { StockEntryType } from './stock-entry.types.ts';
import {
  AvailableArgs,
  SetItemStockInput,
  SetModifierStockInput,
  SetVariantStockInput,
} from './stock-inputs.types.ts';

const forWhom =
  'For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.';

@Resolver()
export class EightySixResolver {
  @Query(() => [StockEntryType], {
    description:
      'How many are left of what is counted, and what is 86ed, by title. For the kitchen, the floor, managers and owners; keys with MENU_READ. Errors: NOT_FOUND, FORBIDDEN.',
  })
  stock(@Ctx() ctx: Context, @Arg('restaurantId', () => UUID) restaurantId: string): Promise<StockEntry[]> {
    return findStock(ctx, restaurantId);
  }

  @Mutation(() => MenuItemType, { description: `86es an item, or puts it back. ${forWhom}` })
  async setItemAvailable(
    @Ctx() ctx: Context,
    @Arg('itemId', () => UUID) itemId: string,
    @Args() wish: AvailableArgs,
  ): Promise<MenuItem> {
    return findItem(ctx, await eightySix(ctx, 'item', itemId, wish.plain()), itemId);
  }

  @Mutation(() => MenuItemType, {
    description: `86es a variant, or puts it back. Answers with its item. ${forWhom}`,
  })
  async setVariantAvailable(
    @Ctx() ctx: Context,
    @Arg('variantId', () => UUID) variantId: string,
    @Args() wish: AvailableArgs,
  ): Promise<MenuItem> {
    return findItem(ctx, await eightySix(ctx, 'variant', variantId, wish.plain()), variantId);
  }

  @Mutation(() => MenuModifierGroupType, {
    description: `86es a modifier, or puts it back. Answers with its group. ${forWhom}`,
  })
  async setModifierAvailable(
    @Ctx() ctx: Context,
    @Arg('modifierId', () => UUID) modifierId: string,
    @Args() wish: AvailableArgs,
  ): Promise<MenuModifierGroup> {
    return findModifierGroup(ctx, await eightySix(ctx, 'modifier', modifierId, wish.plain()), modifierId);
  }

  @Mutation(() => MenuItemType, { description: `How many are left. ${forWhom}` })
  async setItemStock(
    @Ctx() ctx: Context,
    @Arg('input') { itemId, remaining = null }: SetItemStockInput,
  ): Promise<MenuItem> {
    return findItem(ctx, await setStock(ctx, 'item', itemId, remaining), itemId);
  }

  @Mutation(() => MenuItemType, {
    description: `How many of a variant are left, beside what is left of its item. Answers with its item. ${forWhom}`,
  })
  async setVariantStock(
    @Ctx() ctx: Context,
    @Arg('input') { variantId, remaining = null }: SetVariantStockInput,
  ): Promise<MenuItem> {
    return findItem(ctx, await setStock(ctx, 'variant', variantId, remaining), variantId);
  }

  @Mutation(() => MenuModifierGroupType, {
    description: `How many of a modifier are left; what comes with an item takes of it too. Answers with its group. ${forWhom}`,
  })
  async setModifierStock(
    @Ctx() ctx: Context,
    @Arg('input') { modifierId, remaining = null }: SetModifierStockInput,
  ): Promise<MenuModifierGroup> {
    return findModifierGroup(ctx, await setStock(ctx, 'modifier', modifierId, remaining), modifierId);
  }
}
