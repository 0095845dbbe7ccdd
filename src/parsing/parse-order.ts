import type { NewLine } from '../carts/add-lines.ts';
import { cartForEditing, type OwnCart } from '../carts/cart-access.ts';
import { fillCart } from '../carts/fill-cart.ts';
import { openCart } from '../carts/open-cart.ts';
import type { CartView } from '../carts/read-cart.ts';
import { notFound, Refusal } from '../errors.ts';
import type { MenuSnapshots } from '../menus/menu-snapshots.ts';
import { findRestaurantBySlug } from '../restaurants/find-restaurant.ts';
import type { Context } from '../viewer.ts';
import type { OrderParser, ParsedOrder } from './order-parser.ts';

export interface Sentence {
  readonly restaurantSlug: string;
  readonly text: string;
  /** The version of the cart the guest saw; 0 when there was none yet. */
  readonly cartVersion: number;
  /** Staff say which of their carts. */
  readonly cartId?: string | null;
}

export interface Understood {
  readonly cart: CartView;
  readonly parsed: ParsedOrder;
  readonly replayed: boolean;
}

/** A guest who has seen no cart yet means one that nobody has changed. */
const freshVersion = 1;

/**
 * Puts what the parser understood into the viewer's cart. Parsing runs outside any transaction;
 * if the cart or the menu has moved meanwhile, the text is parsed once more, then CONFLICT.
 */
export async function parseOrder(
  ctx: Context,
  { parser, snapshots }: { parser: OrderParser; snapshots: MenuSnapshots },
  sentence: Sentence,
  idempotencyKey: string,
): Promise<Understood> {
  const parse = async (): Promise<ParsedOrder> =>
    parser.parse(sentence.text, await snapshots.bySlug(sentence.restaurantSlug));
  const own = await cartOf(ctx, sentence);
  const parsed = await parse();
  const apply = (version: number, result: ParsedOrder): Promise<Understood> =>
    applyParsed(ctx, own, version, sentence, result, idempotencyKey);
  const version = sentence.cartVersion === 0 ? freshVersion : sentence.cartVersion;
  try {
    return await apply(version, parsed);
  } catch (error) {
    if (!movedMeanwhile(error) || own.version !== version) throw error;
    const now = await cartForEditing(ctx, own.id);
    return apply(now.version, await parse());
  }
}

/** The menu and the cart must be of one restaurant. */
async function cartOf(ctx: Context, { restaurantSlug, cartId }: Sentence): Promise<OwnCart> {
  if (!cartId) return openCart(ctx, { restaurantSlug });
  const cart = await cartForEditing(ctx, cartId);
  const { id } = await findRestaurantBySlug(ctx, restaurantSlug);
  if (cart.restaurantId !== id) throw notFound();
  return cart;
}

async function applyParsed(
  ctx: Context,
  own: OwnCart,
  version: number,
  sentence: Sentence,
  parsed: ParsedOrder,
  key: string,
): Promise<Understood> {
  const filling = {
    field: 'parseOrder',
    key,
    input: sentence,
    version,
    how: 'EDIT',
    unfinished: true,
  } as const;
  const { cart, replayed } = await fillCart(ctx, own, parsed.lines.map(asLine), filling);
  return { cart, parsed, replayed };
}

function asLine({
  itemId,
  variantId,
  quantity,
  withIds,
  withoutIds,
  note,
}: ParsedOrder['lines'][number]): NewLine {
  return { itemId, variantId, quantity, withIds, withoutIds, note, course: null };
}

/** The cart has another version, or the rows no longer offer what the snapshot did. */
function movedMeanwhile(error: unknown): boolean {
  return (
    error instanceof Refusal &&
    ['CONFLICT', 'ITEM_UNAVAILABLE', 'OUTSIDE_WINDOW', 'NOT_FOUND'].includes(error.code)
  );
}
