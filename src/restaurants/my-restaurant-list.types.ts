import { ArrayUnique, Length, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { connectionOf, OrderBy, type Ordering, orderInputOf, PageArgsType } from '../page.types.ts';
import type { MyRestaurantFilter, MyRestaurantQuery, MyRestaurantSort } from './list-my-restaurants.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { RestaurantType, RoleEnum } from './restaurant.types.ts';
import type { Role } from './role.ts';

export const RestaurantConnection = connectionOf<Restaurant>(RestaurantType, 'Restaurant');

@InputType({ description: 'What is said holds all together.' })
export class MyRestaurantFilterInput implements MyRestaurantFilter {
  @Field(() => Boolean, { nullable: true, description: 'True: what I own and have archived, instead.' })
  archived?: boolean | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'Where I am one of these.' })
  @ArrayUnique()
  role?: Role[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'A part of the title, whatever the accents and capitals. 1 to 100 characters.',
  })
  @Length(1, 100)
  text?: string | null;
}

const MyRestaurantSortEnum = { TITLE: 'TITLE', ROLE: 'ROLE', SINCE: 'SINCE' } as const satisfies {
  [S in MyRestaurantSort]: S;
};

registerEnumType(MyRestaurantSortEnum, {
  name: 'MyRestaurantSort',
  valuesConfig: {
    TITLE: { description: 'By the alphabet, whatever the accents and capitals.' },
    ROLE: { description: 'OWNER, MANAGER, KITCHEN, FLOOR, COURIER.' },
    SINCE: { description: 'When I joined.' },
  },
});

const MyRestaurantOrderInput = orderInputOf(MyRestaurantSortEnum, 'MyRestaurantOrderInput');

@ArgsType()
export class MyRestaurantsArgs extends PageArgsType {
  @Field(() => MyRestaurantFilterInput, { nullable: true })
  @ValidateNested()
  filter?: MyRestaurantFilterInput | null;

  @OrderBy(MyRestaurantOrderInput, 3, 'By title')
  orderBy?: Ordering<MyRestaurantSort>[] | null;

  query(): MyRestaurantQuery {
    return { filter: this.filter ?? {}, orderBy: this.orderBy ?? [], page: this };
  }
}
