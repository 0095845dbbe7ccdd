import type { NewLine } from '../carts/add-lines.ts';
import { cartForEditing, type OwnCart } from '../carts/cart-access.ts';
import { type Filled, fillCart } from '../carts/fill-cart.ts';
import { openCart } from '../carts/open-cart.ts';
import type { CartLineView, CartView } from '../carts/read-cart.ts';
import { scoped } from '../database/scoped.ts';
import { notFound, Refusal } from '../errors.ts';
import type { Menu } from '../menus/menu.ts';
import { menuAt } from '../menus/menu-at.ts';
import type { MenuSnapshots } from '../menus/menu-snapshots.ts';
import { findRestaurantBySlug } from '../restaurants/find-restaurant.ts';
import type { Context } from '../viewer.ts';
import { assertNotTooOften } from './assert-not-too-often.ts';
import type { Conversation } from './conversation.ts';
import { conversationOf } from './conversation-of.ts';
import { heardIn } from './heard-in.ts';
import type { LineChoice, ParsedOrder, Phrase } from './order-parser.ts';
import type { Parsers } from './parsers.ts';

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
  /** What the words did to the cart; nothing when they had done it before. */
  readonly changes: readonly CartChange[];
  /** Whose prices the answers to questions are. */
  readonly menu: Menu;
  readonly replayed: boolean;
}

export interface CartChange {
  readonly how: 'ADDED' | 'CHANGED' | 'REMOVED';
  /** As the menu calls it. */
  readonly title: string;
  /** As it stands in the cart now. */
  readonly line: CartLineView | null;
  readonly phrase: Phrase;
  /** 0..1 */
  readonly confidence: number;
}

/** A guest who has seen no cart yet means one that nobody has changed. */
const freshVersion = 1;

/**
 * Does to the viewer's cart what the parser understood: puts lines in, changes them, takes them out. Parsing runs outside any
 * transaction; if the cart or the menu has moved meanwhile, the text is parsed once more, then CONFLICT. What only adds goes with
 * whatever others added to the cart meanwhile.
 */
export async function parseOrder(
  ctx: Context,
  { parsers, snapshots }: { parsers: Parsers; snapshots: MenuSnapshots },
  sentence: Sentence,
  idempotencyKey: string,
): Promise<Understood> {
  const own = await cartOf(ctx, sentence);
  await assertNotTooOften(ctx, own);
  const restaurant = await findRestaurantBySlug(ctx, sentence.restaurantSlug);
  const parser = parsers.of(restaurant);
  const understand = async (version: number): Promise<Understood> => {
    const now = await snapshots.bySlug(sentence.restaurantSlug);
    const conversation = await conversationOf(scoped(ctx.em, own.restaurantId), own);
    const { wishedAt } = conversation;
    const menu = wishedAt && wishedAt > ctx.now() ? menuAt(now, wishedAt, restaurant.timeZone) : now;
    const parsed = await parser.parse(sentence.text, menu, conversation);
    return applyParsed(ctx, own, { version, sentence, parsed, menu, conversation }, idempotencyKey);
  };
  const version = sentence.cartVersion === 0 ? freshVersion : sentence.cartVersion;
  try {
    return await understand(version);
  } catch (error) {
    if (!movedMeanwhile(error) || own.version !== version) throw error;
    const now = await cartForEditing(ctx, own.id);
    return understand(now.version);
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

interface Understanding {
  readonly version: number;
  readonly sentence: Sentence;
  readonly parsed: ParsedOrder;
  readonly menu: Menu;
  readonly conversation: Conversation;
}

async function applyParsed(
  ctx: Context,
  own: OwnCart,
  { version, sentence, parsed, menu, conversation }: Understanding,
  key: string,
): Promise<Understood> {
  const filling = {
    ...{ field: 'parseOrder', key, input: sentence, version, unfinished: true },
    how: parsed.edits.length > 0 ? ('EDIT' as const) : ('ADD' as const),
    changes: parsed.edits.map(({ lineId, line }) => ({ id: lineId, line: line && asLine(line) })),
    allergies: parsed.allergies.map(({ phrase, allergen }) => ({ text: phrase.text, allergen })),
    heard: heardIn(parsed),
  };
  const { cart, replayed, lineIds } = await fillCart(ctx, own, parsed.lines.map(asLine), filling);
  const changes = replayed ? [] : changesOf(parsed, { cart, lineIds, menu, conversation });
  return { cart, parsed, changes, menu, replayed };
}

function changesOf(
  { edits, lines }: ParsedOrder,
  {
    cart,
    lineIds,
    menu,
    conversation,
  }: Pick<Understanding, 'menu' | 'conversation'> & Pick<Filled, 'cart' | 'lineIds'>,
): CartChange[] {
  const titles = new Map(
    menu.categories.flatMap(({ items }) => items.map(({ id, title }) => [id, title] as const)),
  );
  const standing = (at: number) => cart.lines.find(({ id }) => id === lineIds[at]) ?? null;
  const itemOf = (lineId: string) => conversation.lines.find(({ id }) => id === lineId)!.itemId;
  return [
    ...edits.map(({ lineId, line, phrase, confidence }, at) => ({
      how: line ? ('CHANGED' as const) : ('REMOVED' as const),
      title: titles.get(line?.itemId ?? itemOf(lineId)) ?? '',
      ...{ line: standing(at), phrase, confidence },
    })),
    ...lines.map(({ itemId, phrase, confidence }, at) => ({
      how: 'ADDED' as const,
      title: titles.get(itemId) ?? '',
      ...{ line: standing(edits.length + at), phrase, confidence },
    })),
  ];
}

function asLine({ itemId, variantId, quantity, withIds, withoutIds, note }: LineChoice): NewLine {
  return { itemId, variantId, quantity, withIds, withoutIds, note, course: null };
}

/** The cart has another version, or the rows no longer offer what the snapshot did. */
function movedMeanwhile(error: unknown): boolean {
  return (
    error instanceof Refusal &&
    ['CONFLICT', 'ITEM_UNAVAILABLE', 'OUTSIDE_WINDOW', 'NOT_FOUND'].includes(error.code)
  );
}
