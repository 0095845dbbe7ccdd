import { isDeepStrictEqual } from 'node:util';
import type { MenuDocument } from './menu-document.ts';
import type { MenuRows, OfferRow } from './read-menu-rows.ts';

/** Items whose groups are others than before, or in another order, and what they offer from now on. */
export interface PlannedOffers {
  readonly of: readonly string[];
  readonly rows: readonly OfferRow[];
}

/** Ids by ref. */
interface Ids {
  readonly item: ReadonlyMap<string, string>;
  readonly modifierGroup: ReadonlyMap<string, string>;
}

export function planOffers(
  { modifierGroup, offers }: MenuRows,
  { categories }: MenuDocument,
  ids: Ids,
): PlannedOffers {
  const archived = new Set(modifierGroup.filter((row) => row.archived).map(({ id }) => id));
  const before = Map.groupBy(
    offers.filter(({ groupId }) => !archived.has(groupId)),
    ({ itemId }) => itemId,
  );
  const others = categories
    .flatMap(({ items }) => items)
    .map(({ ref, modifierGroups = [] }) => {
      const itemId = ids.item.get(ref)!;
      const rows = modifierGroups.map(
        ({ ref: group, min = null, max = null }): OfferRow => ({
          itemId,
          groupId: ids.modifierGroup.get(group)!,
          min,
          max,
        }),
      );
      return { itemId, rows };
    })
    .filter(({ itemId, rows }) => !isDeepStrictEqual(before.get(itemId) ?? [], rows));
  return { of: others.map(({ itemId }) => itemId), rows: others.flatMap(({ rows }) => rows) };
}
