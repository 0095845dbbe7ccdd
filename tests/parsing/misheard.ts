import {
  AddToCartDocument,
  AliasSuggestionsDocument,
  type CartLineInput,
  ParseOrderDocument,
  PlaceOrderDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { askingUntil } from '../events/asking-until.ts';
import type { TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, key, type Place } from '../support/build.ts';

type Where = Pick<Place, 'slug'>;

/** Says something to the cart; answers with what was not understood. */
export async function say(viewer: As, { slug }: Where, text: string): Promise<string[]> {
  const { version } = await cartOf(viewer, { slug });
  const variables = { restaurantSlug: slug, text, cartVersion: version, idempotencyKey: key() };
  const { parseOrder } = await viewer.ask(ParseOrderDocument, variables);
  return parseOrder.unmatched.map((phrase) => phrase.text);
}

export async function pick(viewer: As, where: Where, ...lines: CartLineInput[]): Promise<void> {
  const { id: cartId, version: cartVersion } = await cartOf(viewer, where);
  await viewer.ask(AddToCartDocument, { input: { cartId, cartVersion, lines }, idempotencyKey: key() });
}

/** Orders what is in the cart, and waits until whatever that teaches is counted. */
export async function order(app: TestApp, viewer: As, where: Where): Promise<void> {
  const { id: cartId, version: cartVersion } = await cartOf(viewer, where);
  await viewer.ask(PlaceOrderDocument, { cartId, cartVersion, customerName: 'Anna', idempotencyKey: key() });
  await learnt(app);
}

/** Says it, picks an item by hand instead, and orders that. */
export async function meant(app: TestApp, viewer: As, where: Where, text: string, itemId: string) {
  await say(viewer, where, text);
  await pick(viewer, where, { itemId });
  await order(app, viewer, where);
}

export async function learnt(app: TestApp): Promise<void> {
  await askingUntil(async () => {
    const left = await rows<{ error: string | null }>(
      app.database.em(),
      sql`select last_error as error from job where kind = 'learn-aliases'`,
    );
    for (const { error } of left) if (error) throw new Error(`What was said is not counted: ${error}`);
    return left.length === 0;
  });
}

export async function suggestions(owner: As, restaurantId: string) {
  const { aliasSuggestions } = await owner.ask(AliasSuggestionsDocument, { restaurantId, withTotal: true });
  return aliasSuggestions.edges.map(({ node }) => node);
}
