import { allOf } from '../database/all-of.ts';
import { scoped } from '../database/scoped.ts';
import { type Sql, sql } from '../database/sql.ts';
import { keysOf, type Sortable } from '../keys-of.ts';
import { listByKeys } from '../list-by-keys.ts';
import type { Page, PageArgs } from '../page.ts';
import { emailKey } from '../people/email-key.ts';
import type { Context } from '../viewer.ts';
import { Invite } from './invite.entity.ts';
import type { InviteStatus } from './invite-status.ts';
import { assertRole, runs } from './restaurant-access.ts';
import type { Role } from './role.ts';

export interface InviteFilter {
  readonly status?: readonly InviteStatus[] | null;
  readonly role?: readonly Role[] | null;
  /** In the address. */
  readonly text?: string | null;
}

const columns = {
  EMAIL: [['i.email_key collate "C"', 'text']],
  SENT_AT: [['i.sent_at', 'timestamptz']],
  EXPIRES_AT: [['i.expires_at', 'timestamptz']],
} as const satisfies Sortable;

export type InviteSort = keyof typeof columns;

export interface InviteQuery {
  readonly filter: InviteFilter;
  readonly orderBy: readonly { readonly by: InviteSort; readonly descending: boolean }[];
  readonly page: PageArgs;
}

/** A restaurant's invites, whatever became of them, for its managers and owners; newest first unless they are wanted otherwise. */
export async function listInvites(
  ctx: Context,
  restaurantId: string,
  { filter, orderBy, page }: InviteQuery,
): Promise<Page<Invite>> {
  await assertRole(ctx, restaurantId, runs);
  const scope = scoped(ctx.em, restaurantId);
  return listByKeys<object, Invite>(
    keysOf(columns, orderBy, { column: 'i.id', type: 'uuid', descending: true }),
    page,
    {
      what: sql`i.*`,
      from: sql`invite i`,
      where: wanted(restaurantId, filter, ctx.now()),
      run: scope.rows,
      node: (row) => scope.em.map(Invite, row),
    },
  );
}

function wanted(restaurantId: string, { status, role, text }: InviteFilter, at: Date): Sql {
  return allOf([
    sql`i.restaurant_id = ${restaurantId}`,
    status != null &&
      sql`case when i.accepted_at is not null then 'ACCEPTED' when i.revoked_at is not null then 'REVOKED'
        when i.expires_at <= ${at} then 'EXPIRED' else 'OPEN' end = any(${status}::text[])`,
    role != null && sql`i.role = any(${role}::text[])`,
    text != null && sql`strpos(i.email_key, ${emailKey(text)}) > 0`,
  ]);
}
