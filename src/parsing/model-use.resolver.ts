import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Restaurant } from '../restaurants/restaurant.entity.ts';
import { RestaurantType } from '../restaurants/restaurant.types.ts';
import type { Context } from '../viewer.ts';
import { findModelUse, type ModelUseView } from './find-model-use.ts';
import { ModelUseArgs, ModelUseType } from './model-use.types.ts';

@Resolver(() => RestaurantType)
export class ModelUseResolver {
  @FieldResolver(() => ModelUseType, {
    description:
      'What a language model was asked about its orders in the hours (UTC) that began in a period: calls, failures, time and tokens. For managers and owners. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.',
  })
  modelUse(
    @Ctx() ctx: Context,
    @Root() restaurant: Restaurant,
    @Args() { since, until }: ModelUseArgs,
  ): Promise<ModelUseView> {
    return findModelUse(ctx, restaurant, since, until ?? ctx.now());
  }
}
