import type { MenuDocument } from './menu-document.ts';
import type { MenuNoun } from './menu-nouns.ts';
import type { MenuRows } from './read-menu-rows.ts';
import type { DocumentFault } from './refuse-document.ts';

/** What a document speaks of, by ref. */
type Ids = Readonly<Record<MenuNoun, ReadonlyMap<string, string>>>;

/** Items that would want more of a group than anybody can choose: of its modifiers in the document and of those that stay beside them. */
export function reachFaults(
  { categories, modifierGroups }: MenuDocument,
  rows: MenuRows,
  ids: Ids,
  archiveMissing: boolean,
): DocumentFault[] {
  const offers = categories.flatMap(({ items }, place) =>
    items.flatMap((item, index) =>
      (item.modifierGroups ?? []).map(({ ref, min }, at) => ({
        ref,
        min: min ?? null,
        path: ['categories', place, 'items', index, 'modifierGroups', at, 'min'],
      })),
    ),
  );
  const byRef = Map.groupBy(offers, ({ ref }) => ref);
  const kept = stayingBeside(rows, ids, archiveMissing);
  return modifierGroups.flatMap(({ ref, min, modifiers }, place) => {
    const id = ids.modifierGroup.get(ref)!;
    const more = kept.modifiers.get(id) ?? [];
    const most = [...modifiers.map(({ maxPerLine }) => maxPerLine ?? 1), ...more].reduce((a, b) => a + b, 0);
    const message = `must not be more than its modifiers allow, ${most}`;
    const inDocument = byRef.get(ref) ?? [];
    const elsewhere = kept.offers.get(id) ?? [];
    const asTheGroup = [...inDocument, ...elsewhere].some((offer) => offer.min === null);
    return [
      ...(asTheGroup && min > most ? [{ path: ['modifierGroups', place, 'min'], message }] : []),
      ...inDocument.filter((offer) => (offer.min ?? 0) > most).map(({ path }) => ({ path, message })),
      ...(elsewhere.some((offer) => (offer.min ?? 0) > most)
        ? [
            {
              path: ['modifierGroups', place, 'modifiers'],
              message: `allow ${most}, and an item of the menu wants more`,
            },
          ]
        : []),
    ];
  });
}

/** What the document leaves alone, by group: the most of each modifier, and what items want of it. */
function stayingBeside({ item, modifier, offers }: MenuRows, ids: Ids, archiveMissing: boolean) {
  const spokenItems = new Set(ids.item.values());
  const spokenModifiers = new Set(ids.modifier.values());
  const standing = archiveMissing ? [] : item.filter(({ id, archived }) => !archived && !spokenItems.has(id));
  const items = new Set(standing.map(({ id }) => id));
  const modifiers = archiveMissing
    ? []
    : modifier
        .filter(({ id, archived }) => !archived && !spokenModifiers.has(id))
        .map(({ values }) => ({
          groupId: values['group_id'] as string,
          most: values['max_per_line'] as number,
        }));
  return {
    offers: Map.groupBy(
      offers.filter(({ itemId }) => items.has(itemId)),
      ({ groupId }) => groupId,
    ),
    modifiers: new Map(
      [...Map.groupBy(modifiers, ({ groupId }) => groupId)].map(([groupId, own]) => [
        groupId,
        own.map(({ most }) => most),
      ]),
    ),
  };
}
