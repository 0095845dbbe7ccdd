import { ArgsType, Field, ObjectType } from 'type-graphql';
import { LiveMessageType } from '../live.types.ts';
import { OneLine } from '../one-line.ts';
import { UUID } from '../scalars.ts';
import { CartType } from './cart.types.ts';
import type { CartView } from './read-cart.ts';

const name = 'What to be called at the table: one line of 1 to 40 characters; `Guest 2` without.';

@ArgsType()
export class OpenCartArgs {
  @Field()
  restaurantSlug!: string;

  @Field({ defaultValue: false })
  asStaff!: boolean;

  @Field(() => UUID, { nullable: true })
  tableId?: string | null;

  @Field({
    defaultValue: false,
    description: 'The cart that guests of my table fill together who say so too, with what is in my own.',
  })
  shared!: boolean;

  @Field(() => String, { nullable: true, description: name })
  @OneLine(1, 40)
  name?: string | null;
}

@ArgsType()
export class ShareCartArgs {
  @Field(() => UUID)
  cartId!: string;

  @Field(() => String, { nullable: true, description: name })
  @OneLine(1, 40)
  name?: string | null;

  @Field({
    defaultValue: false,
    description: 'A new code: the one from before is dead, and whoever came in has to join again.',
  })
  newCode!: boolean;
}

@ArgsType()
export class JoinCartArgs {
  @Field({ description: '`shareCode` of the cart: 6 characters, in small letters or capitals.' })
  @OneLine(1, 20)
  code!: string;

  @Field(() => String, { nullable: true, description: name })
  @OneLine(1, 40)
  name?: string | null;
}

@ObjectType({ description: 'One message of `cartUpdates`.' })
export class CartUpdate extends LiveMessageType {
  @Field(() => UUID, {
    nullable: true,
    description:
      'The order that what was in the cart became with this change, or was added to, for whoever may see that. Null: it was not ordered, or this is the first message.',
  })
  orderId!: string | null;

  @Field(() => CartType, { description: 'As it is now.' })
  cart!: CartView;
}
