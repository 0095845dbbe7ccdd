import { Arg, Ctx, FieldResolver, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { LiveMessage } from '../events/live-source.ts';
import { allowedMoves } from '../orders/allowed-moves.ts';
import { followRestaurantOrders, ordersOf } from '../orders/follow-orders.ts';
import { Order } from '../orders/order.entity.ts';
import { OrderStatusEnum } from '../orders/order.types.ts';
import { moversOf } from '../orders/order-access.ts';
import { boardStatuses, type OrderStatus } from '../orders/order-status.ts';
import { seesTickets } from '../restaurants/restaurant-access.ts';
import { UUID } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import { atStation } from './at-station.ts';
import { KitchenTicketsMessage, TicketLineType, TicketType } from './kitchen.types.ts';
import { type TicketLineView, ticketLineView } from './ticket-line-view.ts';

@Resolver(() => TicketType)
export class KitchenResolver {
  @Subscription(() => KitchenTicketsMessage, {
    description:
      "The kitchen's board: first every ticket on it, then every change, in order, none missing, none twice. For the kitchen, the floor, managers and owners. Errors: NOT_FOUND, FORBIDDEN.",
    subscribe: ({ context, args }) =>
      followRestaurantOrders(context as Context, args['restaurantId'], seesTickets, args['after'] ?? null),
  })
  async kitchenTickets(
    @Ctx() ctx: Context,
    @Root() message: LiveMessage,
    @Arg('restaurantId', () => UUID) restaurantId: string,
    @Arg('after', () => Int, {
      nullable: true,
      description: 'The last number you hold; none for a snapshot.',
    })
    _after: number | null,
    @Arg('station', () => String, {
      nullable: true,
      description:
        'Only what this station makes, by the key that its items have. What has no station is on boards without one.',
    })
    station?: string | null,
  ): Promise<KitchenTicketsMessage> {
    const { verdict, number, previous } = message;
    const { all, one } = await ordersOf(ctx, restaurantId, message, boardStatuses);
    const seen = (order: Order): Order | null => atStation(order, station ?? null);
    const tickets = all?.map(seen).filter((order) => order !== null) ?? null;
    return { verdict, number, previous, tickets, ticket: one && seen(one) };
  }

  @FieldResolver(() => [TicketLineType])
  lines(@Root() order: Order): TicketLineView[] {
    return order.lines.map((line) => ticketLineView(line, order));
  }

  @FieldResolver(() => [OrderStatusEnum], { description: 'Where I may move it from here.' })
  async allowedMoves(@Ctx() ctx: Context, @Root() order: Order): Promise<OrderStatus[]> {
    return allowedMoves(order, await moversOf(ctx, order));
  }
}
