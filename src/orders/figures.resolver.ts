import { Arg, Ctx, FieldResolver, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { LiveMessage } from '../events/live-source.ts';
import { findRestaurant } from '../restaurants/find-restaurant.ts';
import { Restaurant } from '../restaurants/restaurant.entity.ts';
import { RestaurantType } from '../restaurants/restaurant.types.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { FiguresType, LiveFiguresMessage } from './figures.types.ts';
import type { FiguresView } from './figures-view.ts';
import { findFigures } from './find-figures.ts';
import { followFigures } from './follow-figures.ts';

@Resolver(() => RestaurantType)
export class FiguresResolver {
  @FieldResolver(() => FiguresType, {
    description:
      'How the day goes: open and late orders, takings, waiting times. For managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
  })
  figures(@Ctx() ctx: Context, @Root() restaurant: Restaurant): Promise<FiguresView> {
    return findFigures(ctx, restaurant);
  }

  @Subscription(() => LiveFiguresMessage, {
    description:
      'How the day goes: first as it is, then after every change of an order, at most twice a second; several changes are one message. What only time changes, as `late`, comes with the next of them. For managers and owners. Errors: NOT_FOUND, FORBIDDEN.',
    subscribe: ({ context, args }) =>
      followFigures(context as Context, args['restaurantId'], args['after'] ?? null),
  })
  async liveFigures(
    @Ctx() ctx: Context,
    @Root() { verdict, number, previous }: LiveMessage,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Arg('after', () => Int, {
      nullable: true,
      description: 'The last number you hold; none for a snapshot.',
    })
    _after: number | null,
  ): Promise<LiveFiguresMessage> {
    const figures = await findFigures(ctx, await findRestaurant(ctx, restaurantId));
    return { verdict, number, previous, figures };
  }
}
