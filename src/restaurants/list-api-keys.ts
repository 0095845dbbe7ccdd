import { allOf } from '../database/all-of.ts';
import { scoped } from '../database/scoped.ts';
import { type Sql, sql } from '../database/sql.ts';
import { keysOf, type Sortable } from '../keys-of.ts';
import { listByKeys } from '../list-by-keys.ts';
import type { Page, PageArgs } from '../page.ts';
import type { Context } from '../viewer.ts';
import { ApiKey } from './api-key.entity.ts';
import { assertRole, owns } from './restaurant-access.ts';
import type { Scope } from './scope.ts';

export interface ApiKeyFilter {
  /** Neither revoked nor expired. */
  readonly active?: boolean | null;
  readonly revoked?: boolean | null;
  readonly scope?: readonly Scope[] | null;
  /** In the name. */
  readonly text?: string | null;
  readonly usedFrom?: Date | null;
  /** Not at this moment itself; never used too. */
  readonly unusedSince?: Date | null;
}

const columns = {
  NAME: [['folded(k.name) collate "C"', 'text']],
  CREATED_AT: [['k.created_at', 'timestamptz']],
  /** What was never used comes before all that was. */
  USED_AT: [["coalesce(k.used_at, timestamptz '1970-01-01T00:00Z')", 'timestamptz']],
} as const satisfies Sortable;

export type ApiKeySort = keyof typeof columns;

export interface ApiKeyQuery {
  readonly filter: ApiKeyFilter;
  readonly orderBy: readonly { readonly by: ApiKeySort; readonly descending: boolean }[];
  readonly page: PageArgs;
}

/** A restaurant's keys, for its owners; newest first unless they are wanted otherwise. */
export async function listApiKeys(
  ctx: Context,
  restaurantId: string,
  { filter, orderBy, page }: ApiKeyQuery,
): Promise<Page<ApiKey>> {
  await assertRole(ctx, restaurantId, owns);
  const scope = scoped(ctx.em, restaurantId);
  return listByKeys<object, ApiKey>(
    keysOf(columns, orderBy, { column: 'k.id', type: 'uuid', descending: true }),
    page,
    {
      what: sql`k.*`,
      from: sql`api_key k`,
      where: wanted(restaurantId, filter, ctx.now()),
      run: scope.rows,
      node: (row) => scope.em.map(ApiKey, row),
    },
  );
}

function wanted(restaurantId: string, filter: ApiKeyFilter, at: Date): Sql {
  const { active, revoked, scope, text, usedFrom, unusedSince } = filter;
  return allOf([
    sql`k.restaurant_id = ${restaurantId}`,
    active != null &&
      sql`(k.revoked_at is null and coalesce(k.expires_at > ${at}, true)) = ${active}::boolean`,
    revoked != null && (revoked ? sql`k.revoked_at is not null` : sql`k.revoked_at is null`),
    scope != null && sql`k.scopes && ${scope}::text[]`,
    text != null && sql`strpos(folded(k.name), folded(${text})) > 0`,
    usedFrom != null && sql`k.used_at >= ${usedFrom}`,
    unusedSince != null && sql`coalesce(k.used_at < ${unusedSince}, true)`,
  ]);
}
