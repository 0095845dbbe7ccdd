import { acrossRestaurants } from '../database/across-restaurants.ts';
import { allOf } from '../database/all-of.ts';
import { sql } from '../database/sql.ts';
import { keysOf, type Sortable } from '../keys-of.ts';
import { listByKeys } from '../list-by-keys.ts';
import type { Page, PageArgs } from '../page.ts';
import { type Context, signedIn } from '../viewer.ts';
import { knownStaff } from './known-staff.ts';
import { Restaurant } from './restaurant.entity.ts';
import { type Role, roles } from './role.ts';

export interface MyRestaurantFilter {
  /** What the person owns and has archived, instead. */
  readonly archived?: boolean | null;
  /** What the person is there. */
  readonly role?: readonly Role[] | null;
  /** In the title. */
  readonly text?: string | null;
}

const columns = {
  TITLE: [['folded(r.title) collate "C"', 'text']],
  ROLE: [[`array_position('{${roles.join(',')}}'::text[], s.role)`, 'int']],
  /** Since when the person works there. */
  SINCE: [['s.created_at', 'timestamptz']],
} as const satisfies Sortable;

export type MyRestaurantSort = keyof typeof columns;

export interface MyRestaurantQuery {
  readonly filter: MyRestaurantFilter;
  readonly orderBy: readonly { readonly by: MyRestaurantSort; readonly descending: boolean }[];
  readonly page: PageArgs;
}

/** Where the person asking works, or what the person owns and has archived; by title unless they are wanted otherwise. */
export async function listMyRestaurants(
  ctx: Context,
  { filter: { archived, role, text }, orderBy, page }: MyRestaurantQuery,
): Promise<Page<Restaurant>> {
  const { em } = ctx;
  const personId = signedIn(ctx);
  const wanted = orderBy.length > 0 ? orderBy : [{ by: 'TITLE' as const, descending: false }];
  return listByKeys<Row, Restaurant>(
    keysOf(columns, wanted, { column: 'r.id', type: 'uuid', descending: false }),
    page,
    {
      what: sql`r.*, s.role as my_role`,
      from: sql`staff s join restaurant r on r.id = s.restaurant_id`,
      where: allOf([
        sql`s.person_id = ${personId} and r.suspended_at is null`,
        archived ? sql`r.archived_at is not null and s.role = 'OWNER'` : sql`r.archived_at is null`,
        role != null && sql`s.role = any(${role}::text[])`,
        text != null && sql`strpos(folded(r.title), folded(${text})) > 0`,
      ]),
      run: (statement) => acrossRestaurants(em, statement),
      node: ({ my_role, ...row }) => {
        const restaurant = em.map(Restaurant, row);
        knownStaff.note(ctx, restaurant, personId, my_role);
        return restaurant;
      },
    },
  );
}

interface Row {
  readonly my_role: Role;
}
