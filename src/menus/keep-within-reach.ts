import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';

/** Changes a group. Throws CHOICE_INVALID when an item then wants more of it than anybody can choose, and did not before. */
export async function keepWithinReach(tx: Work, groupId: string, change: () => Promise<void>): Promise<void> {
  const before = await itemsWantingTooMuch(tx, groupId);
  await change();
  await tx.em.flush();
  if ((await itemsWantingTooMuch(tx, groupId)) > before)
    throw new Refusal(
      'CHOICE_INVALID',
      'An item would want more of the group than its modifiers allow, and nobody could order it.',
    );
}

async function itemsWantingTooMuch({ row, restaurantId }: Work, groupId: string): Promise<number> {
  const found = await row<{ count: number }>(sql`
    select count(*)::int as count
    from item_modifier_group o
    join modifier_group g on g.restaurant_id = o.restaurant_id and g.id = o.group_id and g.archived_at is null
    join menu_item i on i.restaurant_id = o.restaurant_id and i.id = o.item_id and i.archived_at is null
    where o.restaurant_id = ${restaurantId} and o.group_id = ${groupId}
      and coalesce(o.min, g.min) > (
        select coalesce(sum(m.max_per_line), 0) from modifier m
        where m.restaurant_id = ${restaurantId} and m.group_id = ${groupId} and m.archived_at is null)`);
  return found?.count ?? 0;
}
