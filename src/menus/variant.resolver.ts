import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { createVariant } from './create-variant.ts';
import { editVariant } from './edit-variant.ts';
import { findItem } from './find-menu.ts';
import type { MenuItem } from './menu.ts';
import { MenuItemPayload, MenuItemType } from './menu.types.ts';
import { CreateVariantInput, EditVariantInput } from './variant-inputs.types.ts';

@Resolver()
export class VariantResolver {
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
}
