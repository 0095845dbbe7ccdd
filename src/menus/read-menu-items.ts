import { sql } from '../database/sql.ts';
import { availability } from './availability.ts';
import type { MenuItem, MenuModifierGroup, MenuVariant } from './menu.ts';
import type { MenuReading } from './menu-reading.ts';
import { readOfferedGroups } from './read-offered-groups.ts';
import { readVariants } from './read-variants.ts';
import type { Windows } from './windows.ts';
import { withinReach } from './within-reach.ts';

export interface CategorisedItem {
  readonly categoryId: string;
  readonly item: MenuItem;
}

type Row = Omit<
  MenuItem,
  'price' | 'available' | 'availableNow' | 'nextAvailableAt' | 'variants' | 'modifierGroups'
> & {
  readonly price: number;
  readonly off: boolean;
  readonly backAt: string | null;
  readonly categoryWindows: Windows | null;
};

/** Items of a restaurant with what is chosen from with them, in order. */
export async function readMenuItems(reading: MenuReading): Promise<CategorisedItem[]> {
  const { scope, priced, timeZone, at, only, turns } = reading;
  const variants = await readVariants(reading);
  const groups = await readOfferedGroups(reading);
  const rows = await scope.rows<Row>(sql`
    select i.id, i.category_id as "categoryId", i.title, i.description, i.price, i.featured, i.hidden, i.position, i.tags, i.allergens,
      i.image, i.tax_class as "taxClass", i.station, i.windows, c.windows as "categoryWindows",
      i.sold_out and coalesce(i.sold_out_until, 'infinity') > ${at} or coalesce(s.remaining = 0, false) as off,
      case when i.sold_out and coalesce(s.remaining, 1) > 0 then i.sold_out_until end as "backAt"
    from menu_item i
    join menu_category c on c.restaurant_id = i.restaurant_id and c.id = i.category_id
    left join stock s on s.restaurant_id = i.restaurant_id and s.id = i.id
    where i.restaurant_id = ${scope.restaurantId} and i.archived_at is null
      and (${only}::uuid[] is null or i.id = any(${only}::uuid[])) order by i.position, i.id`);
  return rows.map(({ off, backAt, categoryWindows, ...row }) => {
    const own = variants.get(row.id) ?? [];
    const standard = own.find(({ isDefault }) => isDefault) ?? own[0];
    const offered = groups.get(row.id) ?? [];
    const noChoice = hasNoneLeft(own) || offered.some(wantsTooMuch);
    const offer = {
      windows: [categoryWindows, row.windows],
      off: off || noChoice,
      // Which of them is back first stands with the variants and modifiers.
      backAt: backAt === null || noChoice ? null : new Date(backAt),
    };
    const { availableNow, nextAvailableAt, changesAt } = availability(offer, timeZone, at);
    turns(changesAt);
    const item = {
      ...row,
      tags: Object.freeze(row.tags),
      allergens: Object.freeze(row.allergens),
      price: standard?.price ?? priced(row.price),
      available: !offer.off,
      availableNow,
      nextAvailableAt,
      variants: Object.freeze(own),
      modifierGroups: Object.freeze(offered),
    };
    return { categoryId: row.categoryId, item: Object.freeze(item) };
  });
}

function hasNoneLeft(variants: readonly MenuVariant[]): boolean {
  return variants.length > 0 && variants.every(({ available }) => !available);
}

function wantsTooMuch({ min, modifiers }: MenuModifierGroup): boolean {
  const left = modifiers.filter(({ available }) => available);
  return !withinReach(min, left);
}
