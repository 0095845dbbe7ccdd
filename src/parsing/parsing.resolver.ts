import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MenuSnapshots } from '../menus/menu-snapshots.ts';
import type { Context } from '../viewer.ts';
import type { OrderParser } from './order-parser.ts';
import { parseOrder } from './parse-order.ts';
import { ParseOrderArgs, ParseOrderPayload } from './parsing.types.ts';

@Resolver()
export class ParsingResolver {
  constructor(private readonly services: { parser: OrderParser; snapshots: MenuSnapshots }) {}

  @Mutation(() => ParseOrderPayload, {
    description:
      'Turns words into lines of my cart. What is not understood is returned, never dropped. Errors: UNAUTHENTICATED, NOT_FOUND, CONFLICT, VISIT_ENDED, CART_FULL, IDEMPOTENCY_KEY_REUSED.',
  })
  async parseOrder(
    @Ctx() ctx: Context,
    @Args() { idempotencyKey, restaurantSlug, text, cartVersion, cartId = null }: ParseOrderArgs,
  ): Promise<ParseOrderPayload> {
    const sentence = { restaurantSlug, text, cartVersion, cartId };
    const { cart, parsed, replayed } = await parseOrder(ctx, this.services, sentence, idempotencyKey);
    const { unmatched, warnings, language, engine } = parsed;
    return { cart, unmatched, warnings, language, engine, replayed };
  }
}
