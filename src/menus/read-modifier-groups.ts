import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import type { Money } from '../money.ts';
import type { MenuModifier, MenuModifierGroup } from './menu.ts';

/** Minor units → what a guest reads, in the restaurant's currency. */
export type Priced = (amount: number) => Money;

/** Every group of a restaurant with its modifiers, by id, in order of title. */
export async function readModifierGroups(
  scope: Scope,
  priced: Priced,
): Promise<Map<string, MenuModifierGroup>> {
  const modifiers = Map.groupBy(await readModifiers(scope, priced), ({ groupId }) => groupId);
  const groups = await scope.rows<Omit<MenuModifierGroup, 'modifiers'>>(sql`
    select id, title, min, max from modifier_group
    where restaurant_id = ${scope.restaurantId} and archived_at is null order by title, id`);
  return new Map(
    groups.map((row) => {
      const own = (modifiers.get(row.id) ?? []).map(({ modifier }) => modifier);
      return [row.id, Object.freeze({ ...row, modifiers: Object.freeze(own) })];
    }),
  );
}

async function readModifiers(
  scope: Scope,
  priced: Priced,
): Promise<{ groupId: string; modifier: MenuModifier }[]> {
  const rows = await scope.rows<Omit<MenuModifier, 'price'> & { groupId: string; price: number }>(sql`
    select id, group_id as "groupId", title, price, is_default as "isDefault", max_per_line as "maxPerLine", not sold_out as available from modifier
    where restaurant_id = ${scope.restaurantId} and archived_at is null order by position, id`);
  return rows.map(({ groupId, price, ...row }) => ({
    groupId,
    modifier: Object.freeze({ ...row, price: priced(price) }),
  }));
}
