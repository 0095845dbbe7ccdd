import { sql } from '../database/sql.ts';
import { conflict, Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import type { Context } from '../viewer.ts';
import { assertNoOverlap } from './assert-no-overlap.ts';
import type { BillRules } from './bill-rules.ts';
import { changeRestaurant } from './change-restaurant.ts';
import { claimSlug } from './claim-slug.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { runs } from './restaurant-access.ts';

export type RestaurantEdit = Partial<
  Pick<
    Restaurant,
    | 'slug'
    | 'title'
    | 'currency'
    | 'timeZone'
    | 'locale'
    | 'autoAccept'
    | 'additionsUntil'
    | 'fulfilments'
    | 'ordersPerQuarterHour'
    | 'dayStartsAt'
    | 'parsingMode'
  >
> &
  Partial<BillRules> & { readonly openingHours?: OpeningHours | null };

/** What later nouns have to say about an edit before it is made, in its transaction: they throw BAD_USER_INPUT. */
export type EditGuard = (
  tx: Work,
  before: Readonly<Restaurant>,
  edit: Readonly<RestaurantEdit>,
  now: Date,
) => Promise<void>;

const mostSlugs = 20;
const onTheMenu: readonly string[] = ['slug', 'title', 'currency', 'locale'];

/**
 * Changes what is given and leaves the rest; a slug that it had goes on leading to it.
 * Of two edits with one version one wins, the other gets CONFLICT. Throws SLUG_TAKEN.
 */
export function updateRestaurant(
  ctx: Context,
  guard: EditGuard,
  id: string,
  edit: RestaurantEdit,
  expectedVersion: number,
): Promise<Restaurant> {
  return changeRestaurant(ctx, id, runs, async (tx) => {
    const { restaurant } = tx;
    const { version } = restaurant;
    if (edit.openingHours) assertNoOverlap(edit.openingHours);
    if (version !== expectedVersion) throw conflict(version);
    await guard(tx, restaurant, edit, ctx.now());
    if (edit.slug !== undefined) await changeSlug(tx, edit.slug);
    tx.em.assign(restaurant, { ...edit, version: version + 1 });
    const fields = Object.keys(edit);
    await tx.tell([{ kind: 'restaurant.updated', subject: id, data: { fields } }], {
      revise: fields.some((field) => onTheMenu.includes(field)),
    });
    return restaurant;
  });
}

async function changeSlug(tx: Work, slug: string): Promise<void> {
  await claimSlug(tx, slug);
  const slugs = await tx.rows(sql`select 1 from restaurant_slug where restaurant_id = ${tx.restaurantId}`);
  if (slugs.length <= mostSlugs) return;
  const message = `A restaurant has at most ${mostSlugs} slugs in its life, and this one has had them: go back to one of those.`;
  throw new Refusal('BAD_USER_INPUT', message, { fields: [{ path: 'slug', message }] });
}
