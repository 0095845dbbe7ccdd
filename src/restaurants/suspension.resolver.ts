import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { RestaurantType } from './restaurant.types.ts';
import { suspendRestaurant } from './suspend-restaurant.ts';
import { unsuspendRestaurant } from './unsuspend-restaurant.ts';

@Resolver()
export class SuspensionResolver {
  @Mutation(() => RestaurantType, {
    description:
      'It is there for nobody but admins of the platform: its menu, its visits, its staff and keys find nothing, live streams end, sockets of keys close with 4403. Guests read for 24 hours what they ordered. For admins of the platform. Errors: NOT_FOUND.',
  })
  suspendRestaurant(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
  ): Promise<Restaurant> {
    return suspendRestaurant(ctx, restaurantId);
  }

  @Mutation(() => RestaurantType, {
    description:
      'It is there again as it was; visits that ended stay ended. For admins of the platform. Errors: NOT_FOUND.',
  })
  unsuspendRestaurant(
    @Ctx() ctx: Context,
    @Arg('restaurantId', () => UUID) restaurantId: string,
  ): Promise<Restaurant> {
    return unsuspendRestaurant(ctx, restaurantId);
  }
}
