import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '../money.ts';
import { MoneyType } from '../money.types.ts';
import { RoleEnum } from '../restaurants/restaurant.types.ts';
import type { Role } from '../restaurants/role.ts';
import { UUID } from '../scalars.ts';
import type { OrderActor, OrderHappening } from './find-history.ts';
import { OrderStatusEnum } from './order.types.ts';
import type { OrderStatus } from './order-status.ts';

const OrderActorKindEnum = {
  GUEST: 'guest',
  PERSON: 'person',
  API_KEY: 'service',
} as const;

registerEnumType(OrderActorKindEnum, {
  name: 'OrderActorKind',
  description: 'A guest of a visit, somebody with an account, or a program.',
});

@ObjectType('OrderActor', { simpleResolvers: true })
export class OrderActorType implements OrderActor {
  @Field(() => OrderActorKindEnum, {
    nullable: true,
    description: 'Null: the house itself, or it was before this was written down.',
  })
  kind!: OrderActor['kind'];

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'What they are at the restaurant now; null for whoever does not work there or ordered it.',
  })
  role!: Role | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of those with a role, for the staff; null for guests and customers.',
  })
  name!: OrderActor['name'];
}

@ObjectType('OrderHappening', {
  description: 'One thing that happened to an order. What it is not about is null.',
  simpleResolvers: true,
})
export class OrderHappeningType implements OrderHappening {
  @Field({ description: '`order.placed`, `order.accepted`, `order.voided` and so on, as events are called.' })
  kind!: string;

  @Field()
  at!: Date;

  @Field(() => OrderActorType)
  by!: OrderActor;

  @Field(() => OrderStatusEnum, { nullable: true, description: 'The status before, when it was moved.' })
  from!: OrderStatus | null;

  @Field(() => [UUID], {
    nullable: true,
    description: 'The lines that were moved, void or discounted. Null: it was about the whole order.',
  })
  lineIds!: OrderHappening['lineIds'];

  @Field(() => Int, { nullable: true, description: 'How many pieces became void.' })
  quantity!: number | null;

  @Field(() => Int, { nullable: true, description: 'Which round was added.' })
  round!: number | null;

  @Field(() => MoneyType, { nullable: true, description: 'What was taken off, when it was an amount.' })
  amount!: Money | null;

  @Field(() => Int, {
    nullable: true,
    description: 'What was taken off, when it was a rate, in millionths: 100000 is 10 %.',
  })
  perMillion!: number | null;

  @Field(() => Date, { nullable: true, description: 'What was promised.' })
  promisedAt!: Date | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'Who was to bring it from then on, for the staff; null: nobody, or it was not about that.',
  })
  courierId!: OrderHappening['courierId'];

  @Field(() => UUID, { nullable: true, description: 'Who was to bring it until then, for the staff.' })
  courierBeforeId!: OrderHappening['courierBeforeId'];
}
