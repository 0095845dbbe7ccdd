import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MenuSnapshots } from '../menus/menu-snapshots.ts';
import type { Context } from '../viewer.ts';
import { inquiryView } from './inquiry-view.ts';
import { parseOrder } from './parse-order.ts';
import type { Parsers } from './parsers.ts';
import { ParseOrderArgs, ParseOrderPayload } from './parsing.types.ts';

@Resolver()
export class ParsingResolver {
  constructor(private readonly services: { parsers: Parsers; snapshots: MenuSnapshots }) {}

  @Mutation(() => ParseOrderPayload, {
    description:
      'Does to my cart what words say: adds lines, changes them, takes them out. What is not understood is returned, never dropped; what is no order is answered and changes nothing. Errors: UNAUTHENTICATED, NOT_FOUND, CONFLICT, VISIT_ENDED, CART_FULL, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED.',
  })
  async parseOrder(
    @Ctx() ctx: Context,
    @Args() { idempotencyKey, restaurantSlug, text, cartVersion, cartId = null }: ParseOrderArgs,
  ): Promise<ParseOrderPayload> {
    const sentence = { restaurantSlug, text, cartVersion, cartId };
    const { parsed, menu, ...done } = await parseOrder(ctx, this.services, sentence, idempotencyKey);
    return {
      ...done,
      ...parsed,
      inquiries: parsed.inquiries.map((inquiry) => inquiryView(menu, inquiry)),
      allergies: parsed.allergies.map(({ phrase, allergen }) => ({ text: phrase.text, allergen })),
    };
  }
}
