import { GraphQLSafeInt } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LiveMessageType } from '../live.types.ts';
import type { Money } from '../money.ts';
import type { FiguresView } from './figures-view.ts';
import { OrderStatusEnum } from './order.types.ts';
import type { OrderStatus } from './order-status.ts';

@ObjectType('Sum', {
  description: 'Like Money, of many orders: it may be more than an Int holds.',
  simpleResolvers: true,
})
export class SumType implements Money {
  @Field(() => GraphQLSafeInt, { description: 'Minor units: 1250 is 12.50 EUR, and 1250 JPY.' })
  amount!: number;

  @Field({ description: 'ISO 4217.' })
  currency!: string;

  @Field({ description: "For people, in the restaurant's locale." })
  formatted!: string;
}

@ObjectType('OrdersOfStatus', { simpleResolvers: true })
export class OrdersOfStatusType {
  @Field(() => OrderStatusEnum)
  status!: OrderStatus;

  @Field(() => Int)
  count!: number;
}

@ObjectType('Figures', {
  description: 'How the day of a restaurant goes, at one moment.',
  simpleResolvers: true,
})
export class FiguresType implements FiguresView {
  @Field({ description: 'The moment.' })
  at!: Date;

  @Field({
    description: 'As the restaurant counts its days, as 2027-01-31: what is of today is of this one.',
  })
  businessDay!: string;

  @Field(() => Int, { description: 'Orders that are not over, whenever they were placed.' })
  open!: number;

  @Field(() => [OrdersOfStatusType], {
    description:
      'Each status once, as an order goes along; of COMPLETED, REJECTED and CANCELLED those of today.',
  })
  byStatus!: FiguresView['byStatus'];

  @Field(() => Int, { description: 'Orders that are not READY and were promised to be by now.' })
  late!: number;

  @Field(() => Date, {
    nullable: true,
    description:
      'When the order was placed that has waited longest to be READY, of those wanted as soon as may be. Null: none waits.',
  })
  waitingSince!: Date | null;

  @Field(() => Int, { description: 'Of today, without those rejected or cancelled.' })
  orders!: number;

  @Field(() => SumType, { description: 'What these come to: their totals, tips and tax included.' })
  takings!: Money;

  @Field(() => SumType, { description: 'The tips among it.' })
  tips!: Money;

  @Field(() => Int, {
    nullable: true,
    description:
      'Seconds from placing to READY of half of those that are READY of today and were wanted as soon as may be. Null: none is.',
  })
  medianWait!: number | null;

  @Field(() => Int, { nullable: true, description: 'The same of nine of ten.' })
  p90Wait!: number | null;
}

@ObjectType({ description: 'One message of `liveFigures`.' })
export class LiveFiguresMessage extends LiveMessageType {
  @Field(() => FiguresType, { description: 'As they are now.' })
  figures!: FiguresView;
}
