import {
  AddToCartDocument,
  type AddToCartMutation,
  CartDocument,
  type CartLineInput,
} from '../../schema/operations.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { type As, Refused } from '../support/as.ts';
import { key } from '../support/build.ts';

export type Cart = AddToCartMutation['addToCart']['cart'];

interface Seen {
  readonly id: string;
  readonly version: number;
}

const adding = ({ id, version }: Seen, lines: CartLineInput[]) => ({
  input: { cartId: id, cartVersion: version, lines },
  idempotencyKey: key(),
});

export async function add(viewer: As, cart: Seen, ...lines: CartLineInput[]): Promise<Cart> {
  return (await viewer.ask(AddToCartDocument, adding(cart, lines))).addToCart.cart;
}

export function tryToAdd(viewer: As, cart: Seen, ...lines: CartLineInput[]): Promise<ErrorCode | 'OK'> {
  return viewer.codeOf(AddToCartDocument, adding(cart, lines));
}

export async function look(viewer: As, { id }: Pick<Seen, 'id'>): Promise<Cart> {
  return (await viewer.ask(CartDocument, { id })).cart;
}

/** The refusal that an attempt ends with. */
export async function refusalOf(attempt: () => Promise<unknown>): Promise<Refused> {
  const end = await attempt().catch((error: unknown) => error);
  if (!(end instanceof Refused)) throw new Error(`It was not refused: ${JSON.stringify(end)}`);
  return end;
}

/** What is in a cart, as short as can be: `2 Margherita Large +Extra cheese -Basil`. */
export function told({ lines }: { readonly lines: readonly Told[] }): string[] {
  return lines.map(({ quantity, title, variantLabel, modifiers, note }) =>
    [
      quantity,
      title,
      ...(variantLabel ? [variantLabel] : []),
      ...modifiers.map((one) => `${one.wanted ? '+' : '-'}${one.title}`),
      ...(note ? [`(${note})`] : []),
    ].join(' '),
  );
}

type Told = Pick<Cart['lines'][number], 'quantity' | 'title' | 'variantLabel' | 'modifiers' | 'note'>;
