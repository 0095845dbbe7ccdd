import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MenuSnapshots } from '../menus/menu-snapshots.ts';
import { IdempotencyKey } from '../scalars.ts';
import type { Context } from '../viewer.ts';
import type { OrderParser } from './order-parser.ts';
import { parseOrder } from './parse-order.ts';
import { ParseOrderInput, ParseOrderPayload } from './parsing.types.ts';

@Resolver()
export class ParsingResolver {
  constructor(private readonly services: { parser: OrderParser; snapshots: MenuSnapshots }) {}

  @Mutation(() => ParseOrderPayload, {
    description:
      'Turns words into lines of my cart. What is not understood is returned, never dropped. Errors: UNAUTHENTICATED, NOT_FOUND, CONFLICT, VISIT_ENDED, CART_FULL, IDEMPOTENCY_KEY_REUSED.',
  })
  async parseOrder(
    @Ctx() ctx: Context,
    @Arg('input') input: ParseOrderInput,
    @Arg('idempotencyKey', () => IdempotencyKey) idempotencyKey: string,
  ): Promise<ParseOrderPayload> {
    const { cart, parsed, replayed } = await parseOrder(ctx, this.services, { ...input }, idempotencyKey);
    const { unmatched, warnings, language, engine } = parsed;
    return { cart, unmatched, warnings, language, engine, replayed };
  }
}
