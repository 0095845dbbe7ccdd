import { Arg, Ctx, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { LiveMessage } from '../events/live-source.ts';
import type { Context } from '../viewer.ts';
import { followTracked } from './follow-tracked.ts';
import { trackOrder } from './track-order.ts';
import { type TrackedOrderView, trackedOrderView } from './tracked-order-view.ts';
import { TrackedOrderType, TrackedOrderUpdate } from './tracking.types.ts';

@Resolver()
export class TrackingResolver {
  @Query(() => TrackedOrderType, {
    description:
      'An order by its `trackingCode`, for whoever has it, until 24 hours after it was over. Errors: NOT_FOUND, RATE_LIMITED for codes that are tried out.',
  })
  async trackOrder(@Ctx() ctx: Context, @Arg('code') code: string): Promise<TrackedOrderView> {
    return trackedOrderView(await trackOrder(ctx, code));
  }

  @Subscription(() => TrackedOrderUpdate, {
    description:
      'The same order: first as it is, then every change, for whoever has the code. Errors: NOT_FOUND, RATE_LIMITED.',
    subscribe: ({ context, args }) => followTracked(context as Context, args['code'], args['after'] ?? null),
  })
  async trackedOrderUpdates(
    @Ctx() ctx: Context,
    @Root() { verdict, number, previous }: LiveMessage,
    @Arg('code') code: string,
    @Arg('after', () => Int, { nullable: true, description: 'The last number you hold.' }) _after:
      | number
      | null,
  ): Promise<TrackedOrderUpdate> {
    return { verdict, number, previous, order: trackedOrderView(await trackOrder(ctx, code)) };
  }
}
