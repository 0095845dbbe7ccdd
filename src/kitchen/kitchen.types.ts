import { Field, Int, ObjectType } from 'type-graphql';
import { LineModifierType } from '../carts/cart.types.ts';
import type { StatedAllergy } from '../carts/stated-allergy.ts';
import { StatedAllergyType } from '../carts/stated-allergy.types.ts';
import { LiveMessageType } from '../live.types.ts';
import { LineStageEnum, LineStatusEnum } from '../orders/line-status.types.ts';
import type { Order } from '../orders/order.entity.ts';
import { OrderStatusEnum } from '../orders/order.types.ts';
import type { OrderStatus } from '../orders/order-status.ts';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import { FulfilmentEnum } from '../restaurants/fulfilment.types.ts';
import { UUID } from '../scalars.ts';
import type { TicketLineView } from './ticket-line-view.ts';

@ObjectType('TicketLine', { simpleResolvers: true })
export class TicketLineType implements TicketLineView {
  @Field(() => UUID)
  id!: string;

  @Field()
  title!: string;

  @Field(() => String, { nullable: true })
  variantLabel!: string | null;

  @Field(() => Int, { description: 'As it was ordered; less `voided` is what is wanted.' })
  quantity!: number;

  @Field(() => Int, { description: 'How many of the quantity are not wanted any more.' })
  voided!: number;

  @Field(() => Int, { description: '1: as it was placed. 2 and up: added later, the highest last.' })
  round!: number;

  @Field(() => [LineModifierType], {
    description: 'What differs from how the item comes: with (wanted) and without.',
  })
  modifiers!: TicketLineView['modifiers'];

  @Field(() => LineStatusEnum)
  status!: TicketLineView['status'];

  @Field(() => Int, { nullable: true, description: '1 to 9; null: it belongs to none and comes at once.' })
  course!: number | null;

  @Field(() => String, { nullable: true, description: 'The key of the station that makes it.' })
  station!: string | null;

  @Field(() => [LineStageEnum], { description: 'Where I may move it from here.' })
  allowedMoves!: TicketLineView['allowedMoves'];

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType('Ticket', { description: 'An order as the kitchen sees it, as it is now.' })
export class TicketType
  implements
    Pick<
      Order,
      | 'id'
      | 'number'
      | 'status'
      | 'version'
      | 'fulfilment'
      | 'tableName'
      | 'customerName'
      | 'note'
      | 'allergies'
      | 'wishedAt'
      | 'placedAt'
      | 'promisedAt'
      | 'updatedAt'
    >
{
  @Field(() => UUID, { description: "The order's." })
  id!: string;

  @Field(() => Int, { description: 'What is called out: the count of the business day.' })
  number!: number;

  @Field(() => OrderStatusEnum)
  status!: OrderStatus;

  @Field(() => Int)
  version!: number;

  @Field(() => FulfilmentEnum)
  fulfilment!: Fulfilment;

  @Field(() => String, { nullable: true })
  tableName!: string | null;

  @Field(() => String, { nullable: true, description: 'What to call out.' })
  customerName!: string | null;

  @Field(() => String, { nullable: true, description: 'Of the whole order.' })
  note!: string | null;

  @Field(() => [StatedAllergyType], { description: 'What who eats it cannot eat. Show them first.' })
  allergies!: readonly StatedAllergy[];

  @Field(() => Date, { nullable: true, description: 'Null: as soon as may be.' })
  wishedAt!: Date | null;

  @Field()
  placedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it is promised to be READY. Null: nobody knows.' })
  promisedAt!: Date | null;

  @Field()
  updatedAt!: Date;
}

@ObjectType({ description: 'One message of `kitchenTickets`.' })
export class KitchenTicketsMessage extends LiveMessageType {
  @Field(() => [TicketType], {
    nullable: true,
    description: 'With SNAPSHOT and RESET: every ticket on the board.',
  })
  tickets!: Order[] | null;

  @Field(() => TicketType, {
    nullable: true,
    description:
      'On a change: the ticket as it is now, also when it leaves the board. Null when it is none of the station that was asked for.',
  })
  ticket!: Order | null;
}
