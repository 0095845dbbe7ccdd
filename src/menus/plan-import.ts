import { randomUUIDv7 } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { MenuDocument } from './menu-document.ts';
import type { MenuNoun } from './menu-nouns.ts';
import { menuTables } from './menu-tables.ts';
import { type PlannedOffers, planOffers } from './plan-offers.ts';
import { reachFaults } from './reach-faults.ts';
import type { MenuRow, MenuRows } from './read-menu-rows.ts';
import type { DocumentFault } from './refuse-document.ts';
import { type WishedEntry, wishedEntries } from './wished-entries.ts';

/** A row as it is to be written. */
export interface PlannedRow {
  readonly id: string;
  readonly ref: string | null;
  readonly [column: string]: unknown;
}

export interface PlannedChange {
  readonly row: PlannedRow;
  /** Columns that are other than they were, and `modifierGroups`. */
  readonly fields: readonly string[];
  /** It was archived. */
  readonly restored: boolean;
}

export interface PlannedTable {
  readonly created: PlannedRow[];
  readonly changed: PlannedChange[];
  readonly archived: readonly MenuRow[];
  readonly unchanged: readonly PlannedRow[];
}

export interface ImportPlan {
  readonly tables: Readonly<Record<MenuNoun, PlannedTable>>;
  readonly offers: PlannedOffers;
  readonly faults: DocumentFault[];
}

/** What has to happen for a menu to be what a document says: nothing is read or written here. */
export function planImport(rows: MenuRows, document: MenuDocument, archiveMissing: boolean): ImportPlan {
  const wished = wishedEntries(document);
  const faults: DocumentFault[] = [];
  const ids: Record<MenuNoun, Map<string, string>> = {
    category: new Map(),
    item: new Map(),
    variant: new Map(),
    modifierGroup: new Map(),
    modifier: new Map(),
  };
  const plan = (noun: MenuNoun, above: ReadonlyMap<string, string> | null): PlannedTable =>
    planTable({
      noun,
      rows: rows[noun],
      wished: wished[noun],
      above,
      ids: ids[noun],
      faults,
      archiveMissing,
    });
  const category = plan('category', null);
  faults.push(...slugsTaken(rows.category, wished.category, ids.category));
  const item = plan('item', ids.category);
  const modifierGroup = plan('modifierGroup', null);
  const offers = planOffers(rows, document, ids);
  const tables = {
    category,
    item: withOffers(item, new Set(offers.of)),
    variant: plan('variant', ids.item),
    modifierGroup,
    modifier: plan('modifier', ids.modifierGroup),
  };
  onlyOneDefault(tables.variant, rows.variant);
  faults.push(...reachFaults(document, rows, ids, archiveMissing));
  return { tables, offers, faults };
}

interface TableTask {
  readonly noun: MenuNoun;
  readonly rows: readonly MenuRow[];
  readonly wished: readonly WishedEntry[];
  /** The ids of what its entries may be in, by ref. */
  readonly above: ReadonlyMap<string, string> | null;
  /** By ref, to be filled. */
  readonly ids: Map<string, string>;
  readonly faults: DocumentFault[];
  readonly archiveMissing: boolean;
}

function planTable({ noun, rows, wished, above, ids, faults, archiveMissing }: TableTask): PlannedTable {
  const { within, columns } = menuTables[noun];
  const byRef = new Map(rows.flatMap((row) => (row.ref === null ? [] : [[row.ref, row] as const])));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const meant = new Set<MenuRow>();
  const [created, changed, unchanged]: [PlannedRow[], PlannedChange[], PlannedRow[]] = [[], [], []];
  const places = new Map<string | null, Place>();
  for (const { ref, path, within: parent, values } of wished) {
    const row = byRef.get(ref) ?? byId.get(ref);
    if (row && meant.has(row))
      faults.push({ path: [...path, 'ref'], message: 'means an entry that is there already' });
    if (row) meant.add(row);
    const id = row?.id ?? randomUUIDv7();
    ids.set(ref, id);
    const parentId = parent === null ? null : above!.get(parent)!;
    const stays = row && !row.archived && (within === null || row.values[within] === parentId) ? row : null;
    const placed = {
      ...values,
      ...aliasesKept(values, row),
      ...(within ? { [within]: parentId } : {}),
      ...('position' in columns ? { position: placeOf(places, parentId, id, stays) } : {}),
    };
    const planned = { id, ref: row ? row.ref : ref, ...placed };
    const fields = row ? otherFields(row.values, placed) : [];
    if (!row) created.push(planned);
    else if (row.archived || fields.length > 0)
      changed.push({ row: planned, fields, restored: row.archived });
    else unchanged.push(planned);
  }
  const archived = archiveMissing ? rows.filter((row) => !row.archived && !meant.has(row)) : [];
  return { created, changed, archived, unchanged };
}

/** Guests taught them to this house: a document from elsewhere that does not speak of them takes none away. */
function aliasesKept(
  values: WishedEntry['values'],
  row: MenuRow | undefined,
): Readonly<Record<string, unknown>> {
  return values['aliases'] === null ? { aliases: row?.values['aliases'] ?? [] } : {};
}

interface Place {
  readonly position: number;
  readonly id: string;
}

/** What stands in the right order already stays where it is; the rest comes right behind the one before it. */
function placeOf(
  places: Map<string | null, Place>,
  parentId: string | null,
  id: string,
  stays: MenuRow | null,
): number {
  const last = places.get(parentId) ?? { position: 0, id: '' };
  const now = stays?.values['position'] as number | undefined;
  const inOrder = now !== undefined && (now > last.position || (now === last.position && id > last.id));
  const position = inOrder ? now : last.position + 1;
  places.set(parentId, { position, id });
  return position;
}

function otherFields(had: MenuRow['values'], wanted: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(wanted).filter((column) => !isDeepStrictEqual(had[column], wanted[column]));
}

/** A variant that the document does not speak of is not the default beside the one that it names. */
function onlyOneDefault(table: PlannedTable, rows: readonly MenuRow[]): void {
  const spoken = [...table.created, ...table.changed.map(({ row }) => row), ...table.unchanged];
  const items = new Set(spoken.filter((row) => row['is_default']).map((row) => row['item_id']));
  const known = new Set([...spoken, ...table.archived].map(({ id }) => id));
  for (const { id, ref, archived, values } of rows) {
    if (archived || known.has(id) || !values['is_default'] || !items.has(values['item_id'])) continue;
    const row = { id, ref, ...values, is_default: false };
    table.changed.push({ row, fields: ['is_default'], restored: false });
  }
}

/** Slugs of archived categories stay taken: old links must not lead elsewhere. */
function slugsTaken(
  rows: readonly MenuRow[],
  wished: readonly WishedEntry[],
  ids: ReadonlyMap<string, string>,
): DocumentFault[] {
  const spoken = new Set(ids.values());
  const takers = new Map(
    rows.filter(({ id }) => !spoken.has(id)).map(({ values }) => [values['slug'], values]),
  );
  return wished
    .filter(({ values }) => takers.has(values['slug']))
    .map(({ path }) => ({
      path: [...path, 'slug'],
      message: 'is taken by another category, perhaps an archived one',
    }));
}

/** Items whose groups are others than before have changed. */
function withOffers(table: PlannedTable, others: ReadonlySet<string>): PlannedTable {
  const more = { fields: ['modifierGroups'], restored: false };
  return {
    ...table,
    changed: [
      ...table.changed.map((change) =>
        others.has(change.row.id) ? { ...change, fields: [...change.fields, ...more.fields] } : change,
      ),
      ...table.unchanged.filter(({ id }) => others.has(id)).map((row) => ({ row, ...more })),
    ],
    unchanged: table.unchanged.filter(({ id }) => !others.has(id)),
  };
}
