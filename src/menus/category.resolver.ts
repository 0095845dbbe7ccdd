import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { IdempotencyKey, UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { CreateCategoryInput, EditCategoryInput } from './category-inputs.types.ts';
import { createCategory } from './create-category.ts';
import { editCategory } from './edit-category.ts';
import { findCategory } from './find-menu.ts';
import type { MenuCategory } from './menu.ts';
import { CreateCategoryPayload, MenuCategoryType } from './menu.types.ts';

@Resolver()
export class CategoryResolver {
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
}
