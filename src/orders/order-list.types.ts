import { ArrayUnique, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql';
import { OrderBy, type Ordering, orderInputOf, PageArgsType } from '../page.types.ts';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import { FulfilmentEnum } from '../restaurants/fulfilment.types.ts';
import { UUID } from '../scalars.ts';
import type { OrderQuery } from './list-orders.ts';
import { OrderStatusEnum } from './order.types.ts';
import type { OrderFilter } from './order-filter.ts';
import type { OrderSort } from './order-keys.ts';
import type { OrderStatus } from './order-status.ts';

@InputType({ description: 'What is said holds all together; what is left out does not matter.' })
export class OrderFilterInput implements OrderFilter {
  @Field(() => [OrderStatusEnum], { nullable: true, description: 'In one of these.' })
  @ArrayUnique()
  status?: OrderStatus[] | null;

  @Field(() => [FulfilmentEnum], { nullable: true, description: 'In one of these ways.' })
  @ArrayUnique()
  fulfilment?: Fulfilment[] | null;

  @Field(() => Date, { nullable: true, description: 'At this moment or later.' })
  placedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this moment.' })
  placedTo?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'As the restaurant counts its days, as 2027-01-31.',
  })
  @Matches(/^\d{4}-\d\d-\d\d$/)
  businessDay?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of any day, unless a businessDay says which.' })
  @Min(1)
  @Max(2_147_483_647)
  number?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "A part of a line's title or of the table's name, whatever the accents and capitals, or the whole number; in `restaurant.orders` also of the name that is called out. Not what else customers write. Say since when too: every order that the rest leaves is looked through. 1 to 100 characters.",
  })
  @Length(1, 100)
  text?: string | null;
}

@InputType({ description: 'What is said holds all together; what is left out does not matter.' })
export class RestaurantOrderFilterInput extends OrderFilterInput {
  @Field(() => UUID, { nullable: true })
  tableId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'The person who brings it, or brought it.' })
  courierId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'The member of staff who entered it for a guest.' })
  enteredById?: string | null;
}

@InputType({ description: 'What is said holds all together; what is left out does not matter.' })
export class AllOrdersFilterInput extends OrderFilterInput {
  @Field(() => UUID, { nullable: true })
  restaurantId?: string | null;
}

export const OrderSortEnum = {
  PLACED_AT: 'PLACED_AT',
  NUMBER: 'NUMBER',
  TOTAL: 'TOTAL',
  STATUS: 'STATUS',
  UPDATED_AT: 'UPDATED_AT',
} as const satisfies { [S in OrderSort]: S };

registerEnumType(OrderSortEnum, {
  name: 'OrderSort',
  valuesConfig: {
    NUMBER: { description: 'By business day, and by number within each.' },
    TOTAL: { description: 'In minor units, whatever the currency.' },
    STATUS: { description: 'As an order goes along, PLACED first.' },
    UPDATED_AT: { description: 'An order that changes while pages are read may come twice.' },
  },
});

const OrderOrderInput = orderInputOf(OrderSortEnum, 'OrderOrderInput');

@ArgsType()
class OrderedArgs extends PageArgsType {
  @OrderBy(OrderOrderInput, 5, 'Newest first')
  orderBy?: Ordering<OrderSort>[] | null;
}

@ArgsType()
export class MyOrdersArgs extends OrderedArgs {
  @Field(() => OrderFilterInput, { nullable: true })
  @ValidateNested()
  filter?: OrderFilterInput | null;

  query(): OrderQuery {
    return { filter: this.filter ?? {}, orderBy: this.orderBy ?? [], page: this };
  }
}

@ArgsType()
export class AllOrdersArgs extends OrderedArgs {
  @Field(() => AllOrdersFilterInput, { nullable: true })
  @ValidateNested()
  filter?: AllOrdersFilterInput | null;

  query(): OrderQuery {
    return { filter: this.filter ?? {}, orderBy: this.orderBy ?? [], page: this };
  }
}

@ArgsType()
export class RestaurantOrdersArgs extends OrderedArgs {
  @Field(() => RestaurantOrderFilterInput, { nullable: true })
  @ValidateNested()
  filter?: RestaurantOrderFilterInput | null;

  @Field(() => [OrderStatusEnum], { nullable: true, deprecationReason: 'Say it in the filter.' })
  status?: OrderStatus[] | null;

  query(): OrderQuery {
    const status = this.filter?.status ?? this.status ?? null;
    return { filter: { ...this.filter, status }, orderBy: this.orderBy ?? [], page: this };
  }
}
