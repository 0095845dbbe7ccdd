import { sql } from '../database/sql.ts';
import type { MenuModifier, MenuModifierGroup } from './menu.ts';
import type { MenuReading } from './menu-reading.ts';

export type GroupReading = Pick<MenuReading, 'scope' | 'priced' | 'at' | 'turns'>;

/** Groups of a restaurant with their modifiers, these or all of them, by id, in order of title. */
export async function readModifierGroups(
  reading: GroupReading,
  only: readonly string[] | null = null,
): Promise<Map<string, MenuModifierGroup>> {
  const { scope } = reading;
  const modifiers = Map.groupBy(await readModifiers(reading, only), ({ groupId }) => groupId);
  const groups = await scope.rows<Omit<MenuModifierGroup, 'modifiers'>>(sql`
    select id, title, min, max from modifier_group
    where restaurant_id = ${scope.restaurantId} and archived_at is null
      and (${only}::uuid[] is null or id = any(${only}::uuid[])) order by title, id`);
  return new Map(
    groups.map((row) => {
      const own = (modifiers.get(row.id) ?? []).map(({ modifier }) => modifier);
      return [row.id, Object.freeze({ ...row, modifiers: Object.freeze(own) })];
    }),
  );
}

type Row = Omit<MenuModifier, 'price' | 'backAt'> & {
  readonly groupId: string;
  readonly price: number;
  readonly backAt: string | null;
};

async function readModifiers(
  { scope, priced, at, turns }: GroupReading,
  only: readonly string[] | null,
): Promise<{ groupId: string; modifier: MenuModifier }[]> {
  const rows = await scope.rows<Row>(sql`
    select m.id, m.group_id as "groupId", m.title, m.price, m.is_default as "isDefault", m.max_per_line as "maxPerLine",
      not (m.sold_out and coalesce(m.sold_out_until, 'infinity') > ${at}) and coalesce(s.remaining, 1) > 0 as available,
      case when m.sold_out and m.sold_out_until > ${at} and coalesce(s.remaining, 1) > 0 then m.sold_out_until end as "backAt"
    from modifier m left join stock s on s.restaurant_id = m.restaurant_id and s.id = m.id
    where m.restaurant_id = ${scope.restaurantId} and m.archived_at is null
      and (${only}::uuid[] is null or m.group_id = any(${only}::uuid[])) order by m.position, m.id`);
  return rows.map(({ groupId, price, backAt: back, ...row }) => {
    const backAt = back === null ? null : new Date(back);
    turns(backAt);
    return { groupId, modifier: Object.freeze({ ...row, price: priced(price), backAt }) };
  });
}
