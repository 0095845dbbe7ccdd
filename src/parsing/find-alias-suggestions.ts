import { joinSql } from '../database/join-sql.ts';
import { scoped } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import { newestFirst, type Page, type PageArgs, type Stretch } from '../page.ts';
import { assertRole, writesMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import type { ShownSuggestion } from './shown-suggestion.ts';

/** What two carts or more have said, the newest first, of what is on the menu; for whoever may make an alias of it. */
export async function findAliasSuggestions(
  ctx: Context,
  restaurantId: string,
  page: PageArgs,
): Promise<Page<ShownSuggestion>> {
  await assertRole(ctx, restaurantId, writesMenu);
  const scope = scoped(ctx.em, restaurantId);
  const shown = sql`
    from alias_suggestion s join (
      select restaurant_id, id, title, archived_at from menu_item
      union all select restaurant_id, id, label, archived_at from menu_variant
      union all select restaurant_id, id, title, archived_at from modifier
    ) e on e.restaurant_id = s.restaurant_id and e.id = s.entry and e.archived_at is null
    where s.restaurant_id = ${restaurantId} and s.phrase is not null and s.status = 'OPEN'`;
  const read = async ({ olderThan, newerThan, direction, limit }: Stretch): Promise<ShownSuggestion[]> => {
    const order = direction === 'asc' ? sql`order by s.id` : sql`order by s.id desc`;
    const found = await scope.rows<Row>(
      joinSql(
        [
          sql`select s.id, s.noun, s.entry as "entryId", e.title, s.phrase, s.carts, s.first_seen_at as "firstSeenAt", s.last_seen_at as "lastSeenAt"`,
          shown,
          sql`and (${olderThan}::uuid is null or s.id < ${olderThan}::uuid) and (${newerThan}::uuid is null or s.id > ${newerThan}::uuid)`,
          order,
          sql`limit ${limit}::int`,
        ],
        ' ',
      ),
    );
    return found.map((row) => ({
      ...row,
      firstSeenAt: new Date(row.firstSeenAt),
      lastSeenAt: new Date(row.lastSeenAt),
    }));
  };
  const count = async (): Promise<number> => {
    const row = await scope.row<{ count: number }>(joinSql([sql`select count(*)::int as count`, shown], ' '));
    return row!.count;
  };
  return newestFirst(page, read, count);
}

type Row = Omit<ShownSuggestion, 'firstSeenAt' | 'lastSeenAt'> & {
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
};
