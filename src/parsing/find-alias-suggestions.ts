import { allOf } from '../database/all-of.ts';
import { scoped } from '../database/scoped.ts';
import { type Sql, sql } from '../database/sql.ts';
import { keysOf, type Sortable } from '../keys-of.ts';
import { listByKeys } from '../list-by-keys.ts';
import type { MenuNoun } from '../menus/menu-nouns.ts';
import type { Page, PageArgs } from '../page.ts';
import { assertRole, writesMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import type { ShownSuggestion } from './shown-suggestion.ts';
import { tokenise } from './tokenise.ts';

export interface SuggestionFilter {
  readonly noun?: readonly MenuNoun[] | null;
  readonly entryId?: string | null;
  /** In the phrase. */
  readonly text?: string | null;
  readonly cartsAtLeast?: number | null;
  readonly seenSince?: Date | null;
}

const columns = {
  PHRASE: [['s.phrase collate "C"', 'text']],
  CARTS: [['s.carts', 'int']],
  FIRST_SEEN_AT: [['s.first_seen_at', 'timestamptz']],
  LAST_SEEN_AT: [['s.last_seen_at', 'timestamptz']],
} as const satisfies Sortable;

export type SuggestionSort = keyof typeof columns;

export interface SuggestionQuery {
  readonly filter: SuggestionFilter;
  readonly orderBy: readonly { readonly by: SuggestionSort; readonly descending: boolean }[];
  readonly page: PageArgs;
}

/** What two carts or more have said, of what is on the menu, newest first unless it is wanted otherwise; for whoever may make an alias of it. */
export async function findAliasSuggestions(
  ctx: Context,
  restaurantId: string,
  { filter, orderBy, page }: SuggestionQuery,
): Promise<Page<ShownSuggestion>> {
  await assertRole(ctx, restaurantId, writesMenu);
  return listByKeys<Row, ShownSuggestion>(
    keysOf(columns, orderBy, { column: 's.id', type: 'uuid', descending: true }),
    page,
    {
      what: sql`s.id, s.noun, s.entry as "entryId", e.title, s.phrase, s.carts, s.first_seen_at as "firstSeenAt", s.last_seen_at as "lastSeenAt"`,
      from: sql`alias_suggestion s join (
        select restaurant_id, id, title, archived_at from menu_item
        union all select restaurant_id, id, label, archived_at from menu_variant
        union all select restaurant_id, id, title, archived_at from modifier
      ) e on e.restaurant_id = s.restaurant_id and e.id = s.entry and e.archived_at is null`,
      where: wanted(restaurantId, filter),
      run: scoped(ctx.em, restaurantId).rows,
      node: ({ firstSeenAt, lastSeenAt, ...row }) => ({
        ...row,
        firstSeenAt: new Date(firstSeenAt),
        lastSeenAt: new Date(lastSeenAt),
      }),
    },
  );
}

function wanted(
  restaurantId: string,
  { noun, entryId, text, cartsAtLeast, seenSince }: SuggestionFilter,
): Sql {
  return allOf([
    sql`s.restaurant_id = ${restaurantId} and s.phrase is not null and s.status = 'OPEN'`,
    noun != null && sql`s.noun = any(${noun}::text[])`,
    entryId != null && sql`s.entry = ${entryId}`,
    text != null && sql`strpos(s.phrase, ${asHeard(text)}) > 0`,
    cartsAtLeast != null && sql`s.carts >= ${cartsAtLeast}::int`,
    seenSince != null && sql`s.last_seen_at >= ${seenSince}`,
  ]);
}

/** As phrases are kept: in small letters without accents. */
function asHeard(text: string): string {
  const words = tokenise(text).map(({ word }) => word);
  return words.length > 0 ? words.join(' ') : text;
}

type Row = Omit<ShownSuggestion, 'firstSeenAt' | 'lastSeenAt'> & {
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
};
