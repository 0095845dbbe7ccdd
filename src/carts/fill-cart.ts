import { sql } from '../database/sql.ts';
import { notFound } from '../errors.ts';
import { transact, type Work } from '../events/transact.ts';
import { type Context, viewerKey } from '../viewer.ts';
import { addLines, type NewLine } from './add-lines.ts';
import { assertPayable } from './assert-payable.ts';
import type { OwnCart } from './cart-access.ts';
import { type How, takeCart } from './change-cart.ts';
import type { HeardPhrase } from './heard.ts';
import { idsOf } from './ids-of.ts';
import { mostHeard } from './most-heard.ts';
import { mostMoney } from './most-money.ts';
import { type CartView, readCart } from './read-cart.ts';
import type { StatedAllergy } from './stated-allergy.ts';
import { tellCart } from './tell-cart.ts';
import { withinPayable } from './within-payable.ts';

export interface Filling {
  /** The mutation and its key, which with the same input fills once. */
  readonly field: string;
  readonly key: string;
  readonly input: unknown;
  readonly version: number | null;
  readonly how: How;
  /** Lines may still lack a required choice. */
  readonly unfinished?: boolean;
  readonly changes?: readonly LineChange[];
  readonly allergies?: readonly StatedAllergy[];
  /** What was said with them and not understood. */
  readonly heard?: readonly HeardPhrase[];
  /** Somebody chose them one by one: perhaps what was not understood before. */
  readonly byHand?: boolean;
}

/** What becomes of a line of the cart. */
export interface LineChange {
  readonly id: string;
  /** Null: it goes. */
  readonly line: NewLine | null;
}

export interface Filled {
  readonly cart: CartView;
  readonly replayed: boolean;
  /** Where what was changed stands now, null for what went; then where what was added does. Of a replay nothing is known. */
  readonly lineIds: readonly (string | null)[];
}

/** Changes lines of a cart and puts lines into it, all or none, once for a key, if the viewer may `still` have what they are taken from. */
export async function fillCart(
  ctx: Context,
  cart: OwnCart,
  lines: readonly NewLine[],
  {
    field,
    key,
    input,
    version,
    how,
    unfinished,
    changes = [],
    allergies = [],
    heard = [],
    byHand = false,
  }: Filling,
  still?: (tx: Work) => Promise<void>,
): Promise<Filled> {
  const fill = (most: number) =>
    transact(ctx, cart.restaurantId, async (tx) => {
      const viewer = viewerKey(ctx.viewer);
      const earlier = await tx.once({ viewer, field, key, input, makes: cart.id });
      const fills = !earlier && lines.length + changes.length + allergies.length > 0;
      let lineIds: (string | null)[] = [];
      if (fills) {
        await still?.(tx);
        const at = await takeCart(ctx, tx, cart, version, how, byHand ? idsOf(lines) : []);
        const changed = await withCourses(tx, cart.id, changes);
        const stay = changed.filter((line) => line !== null);
        const ids = await addLines(tx, cart, [...stay, ...lines], { at, unfinished: unfinished === true });
        lineIds = [...changed.map((line) => (line === null ? null : ids.shift()!)), ...ids];
      }
      if (field === 'parseOrder' && (fills || (!earlier && heard.length > 0)))
        await remember(tx, cart.id, { lineIds, allergies, heard });
      const filled = await readCart(tx, cart, tx.now);
      if (!earlier) assertPayable(filled.total.amount, most);
      if (fills) await tellCart(tx, cart);
      return { cart: filled, replayed: earlier !== null, lineIds };
    });
  // What only adds makes nothing cheaper.
  return changes.length > 0 ? withinPayable(ctx, cart, fill) : fill(mostMoney);
}

/** Takes out the lines that change, and answers with what they become; a course that was said of one stays its. Throws NOT_FOUND. */
async function withCourses(
  tx: Work,
  cartId: string,
  changes: readonly LineChange[],
): Promise<(NewLine | null)[]> {
  if (changes.length === 0) return [];
  const taken = await tx.rows<{ id: string; course: number | null }>(sql`
    delete from cart_line
    where restaurant_id = ${tx.restaurantId} and cart_id = ${cartId} and id = any(${changes.map(({ id }) => id)}::uuid[])
    returning id, course`);
  const courses = new Map(taken.map(({ id, course }) => [id, course]));
  if (courses.size < changes.length) throw notFound();
  return changes.map(({ id, line }) => line && { ...line, id, course: courses.get(id)! });
}

/** What further words may be about, what was said to be dangerous, and what was not understood. That changes nothing that anybody sees of the lines. */
async function remember(
  tx: Work,
  cartId: string,
  { lineIds, allergies, heard }: Pick<Filled, 'lineIds'> & Required<Pick<Filling, 'allergies' | 'heard'>>,
): Promise<void> {
  const about = lineIds.filter((id) => id !== null);
  await tx.rows(sql`
    update cart set about = case when ${lineIds.length > 0}::boolean then ${about}::uuid[] else about end,
      allergies = (select coalesce(jsonb_agg(distinct a), '[]') from jsonb_array_elements(allergies || ${JSON.stringify(allergies)}::jsonb) a),
      heard = case when ${heard.length > 0}::boolean and coalesce(jsonb_array_length(heard), 0) < ${mostHeard}::int
        then coalesce(heard, '[]') || jsonb_build_array(${JSON.stringify(heard)}::jsonb) else heard end
    where restaurant_id = ${tx.restaurantId} and id = ${cartId}`);
}
