import { Field, Int, ObjectType } from 'type-graphql';
import { LiveMessageType } from '../live.types.ts';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import { FulfilmentEnum } from '../restaurants/fulfilment.types.ts';
import type { LineStatus } from './line-status.ts';
import { LineStatusEnum } from './line-status.types.ts';
import { OrderStatusEnum } from './order.types.ts';
import type { OrderStatus } from './order-status.ts';
import type { TrackedLineView, TrackedOrderView } from './tracked-order-view.ts';

@ObjectType('TrackedLine')
export class TrackedLineType implements TrackedLineView {
  @Field()
  title!: string;

  @Field(() => String, { nullable: true })
  variantLabel!: string | null;

  @Field(() => Int, { description: 'Without what is void.' })
  quantity!: number;

  @Field(() => LineStatusEnum)
  status!: LineStatus;
}

@ObjectType('TrackedOrder', {
  description: 'An order for whoever has its code: nothing of whom it is for, and no id.',
})
export class TrackedOrderType implements TrackedOrderView {
  @Field({ description: 'Its title.' })
  restaurant!: string;

  @Field(() => Int, { description: 'What is called out: the count of the business day.' })
  number!: number;

  @Field(() => OrderStatusEnum)
  status!: OrderStatus;

  @Field(() => FulfilmentEnum)
  fulfilment!: Fulfilment;

  @Field(() => Date, { nullable: true, description: 'Null: as soon as may be.' })
  wishedAt!: Date | null;

  @Field()
  placedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it is promised to be READY. Null: nobody knows.' })
  promisedAt!: Date | null;

  @Field()
  updatedAt!: Date;

  @Field(() => [TrackedLineType])
  lines!: readonly TrackedLineView[];
}

@ObjectType({ description: 'One message of `trackedOrderUpdates`.' })
export class TrackedOrderUpdate extends LiveMessageType {
  @Field(() => TrackedOrderType, { description: 'As it is now.' })
  order!: TrackedOrderView;
}
