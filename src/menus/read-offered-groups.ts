import { sql } from '../database/sql.ts';
import type { OwnRange } from './attach-modifier-group.ts';
import type { MenuModifierGroup } from './menu.ts';
import type { MenuReading } from './menu-reading.ts';
import { readModifierGroups } from './read-modifier-groups.ts';

/** The modifier groups of items, in order. One that many items offer is one object, shared by those without a min or max of their own. */
export async function readOfferedGroups(reading: MenuReading): Promise<Map<string, MenuModifierGroup[]>> {
  const { scope, only } = reading;
  const offered = await scope.rows<{ itemId: string; groupId: string } & OwnRange>(sql`
    select item_id as "itemId", group_id as "groupId", min, max from item_modifier_group
    where restaurant_id = ${scope.restaurantId} and (${only}::uuid[] is null or item_id = any(${only}::uuid[]))
    order by position, id`);
  const byId = await readModifierGroups(reading, only && offered.map(({ groupId }) => groupId));
  const byItem = Map.groupBy(offered, ({ itemId }) => itemId);
  return new Map(
    [...byItem].map(([itemId, own]) => [
      itemId,
      own.flatMap(({ groupId, ...range }) => {
        const group = byId.get(groupId);
        return group ? [withOwn(group, range)] : [];
      }),
    ]),
  );
}

function withOwn(group: MenuModifierGroup, { min, max }: OwnRange): MenuModifierGroup {
  if (min === null && max === null) return group;
  return Object.freeze({ ...group, min: min ?? group.min, max: max ?? group.max });
}
