import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { RoleEnum } from '../restaurants/restaurant.types.ts';
import type { Role } from '../restaurants/role.ts';
import type { OrderActor, OrderHappening } from './find-history.ts';

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

@ObjectType('OrderHappening', { description: 'One thing that happened to an order.' })
export class OrderHappeningType implements OrderHappening {
  @Field({ description: '`order.placed`, `order.accepted`, `order.voided` and so on, as events are called.' })
  kind!: string;

  @Field()
  at!: Date;

  @Field(() => OrderActorType)
  by!: OrderActor;
}
