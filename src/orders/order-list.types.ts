import { ArrayMaxSize, ArrayUnique, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql';
import { PageArgsType } from '../page.types.ts';
import type { Fulfilment } from '../restaurants/fulfilment.ts';
import { FulfilmentEnum } from '../restaurants/fulfilment.types.ts';
import { UUID } from '../scalars.ts';
import type { OrderQuery } from './list-orders.ts';
import { OrderStatusEnum } from './order.types.ts';
import type { OrderFilter } from './order-filter.ts';
import type { OrderOrder, OrderSort } from './order-keys.ts';
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
      "A part of a line's title or of the table's name, whatever the accents and capitals, or the whole number; not what customers write. Say since when too: every order that the rest leaves is looked through. 1 to 100 characters.",
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

@InputType()
export class OrderOrderInput implements OrderOrder {
  @Field(() => OrderSortEnum)
  by!: OrderSort;

  @Field({ defaultValue: false, description: 'The highest or latest first.' })
  descending!: boolean;
}

@ArgsType()
class OrderedArgs extends PageArgsType {
  @Field(() => [OrderOrderInput], {
    nullable: true,
    description:
      'The second orders what the first leaves equal, and so on; each once. Newest first when it is left out, and for what is equal in all.',
  })
  @ArrayMaxSize(5)
  @ArrayUnique(({ by }: OrderOrderInput) => by)
  @ValidateNested({ each: true })
  orderBy?: OrderOrderInput[] | null;
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
