import { scoped } from '../database/scoped.ts';
import { assertRole, seesWholeMenu } from '../restaurants/restaurant-access.ts';
import type { Context } from '../viewer.ts';
import type { MenuDocument } from './menu-document.ts';
import { type MenuRow, type OfferRow, readMenuRows } from './read-menu-rows.ts';

/** The whole menu as a document, for whoever cooks, serves or runs the place. Importing it again changes nothing. */
export async function exportMenu(ctx: Context, restaurantId: string): Promise<MenuDocument> {
  await assertRole(ctx, restaurantId, seesWholeMenu);
  const { category, item, variant, modifierGroup, modifier, offers } = await readMenuRows(
    scoped(ctx.em, restaurantId),
  );
  const [items, variants, modifiers] = [
    within(item, 'category_id'),
    within(variant, 'item_id'),
    within(modifier, 'group_id'),
  ];
  const groups = new Map(modifierGroup.filter(standing).map((group) => [group.id, group]));
  const offered = Map.groupBy(offers, ({ itemId }) => itemId);
  const document = {
    format: 'comanda-menu',
    version: 1,
    categories: category.filter(standing).map((row) => ({
      ...entry(row),
      items: (items.get(row.id) ?? []).map((one) => ({
        ...entry(one),
        variants: withDefault(variants.get(one.id) ?? []).map(entry),
        modifierGroups: (offered.get(one.id) ?? []).flatMap((offer) => offerOf(offer, groups)),
      })),
    })),
    modifierGroups: [...groups.values()].map((row) => ({
      ...entry(row),
      modifiers: (modifiers.get(row.id) ?? []).map(entry),
    })),
  };
  return document as unknown as MenuDocument;
}

function standing({ archived }: MenuRow): boolean {
  return !archived;
}

function within(rows: readonly MenuRow[], column: string): ReadonlyMap<unknown, MenuRow[]> {
  return Map.groupBy(rows.filter(standing), ({ values }) => values[column]);
}

/** What a document leaves out rather than say that there is none. */
const mayLack = ['translations', 'aliases'];

/** Where a row lies and in which place, the document says by its own order. */
function entry({ id, ref, values }: MenuRow): Record<string, unknown> {
  const said = Object.entries(values).filter(
    ([column, value]) =>
      value !== null && !/(^position|_id)$/.test(column) && !(mayLack.includes(column) && isEmpty(value)),
  );
  return { ref: ref ?? id, ...Object.fromEntries(said.map(([column, value]) => [camelCase(column), value])) };
}

function isEmpty(value: unknown): boolean {
  return Object.keys(value as object).length === 0;
}

function camelCase(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Among variants the first is what a line gets where none says so. */
function withDefault(rows: readonly MenuRow[]): readonly MenuRow[] {
  if (rows.some(({ values }) => values['is_default'])) return rows;
  return rows.map((row, index) => ({ ...row, values: { ...row.values, is_default: index === 0 } }));
}

function offerOf({ groupId, min, max }: OfferRow, groups: ReadonlyMap<string, MenuRow>): object[] {
  const group = groups.get(groupId);
  if (!group) return [];
  return [{ ref: group.ref ?? group.id, ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) }];
}
