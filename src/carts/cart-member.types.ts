import { Field, Int, ObjectType } from 'type-graphql';
import type { CartMemberView } from './read-cart.ts';

@ObjectType('CartMember', {
  description: 'Somebody who fills a cart together with others: a guest of the table, or who serves it.',
  simpleResolvers: true,
})
export class CartMemberType implements CartMemberView {
  @Field(() => Int, { description: 'From 1, in the order they came to this cart.' })
  number!: number;

  @Field({ description: "What a guest wants to be called, or `Guest 2`; of staff the account's name." })
  name!: string;

  @Field()
  me!: boolean;

  @Field({ description: 'False: has left, or the visit has ended.' })
  here!: boolean;
}
