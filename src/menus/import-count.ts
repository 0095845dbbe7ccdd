import type { MenuNoun } from './menu-nouns.ts';
import type { PlannedTable } from './plan-import.ts';

/** What an import does to the entries of one kind. */
export interface ImportCount {
  readonly noun: MenuNoun;
  readonly created: number;
  readonly changed: number;
  readonly archived: number;
  readonly unchanged: number;
  /** The first of those that do not stay as they are. */
  readonly changes: readonly ImportChange[];
}

export interface ImportChange {
  /** As a document calls it. */
  readonly ref: string;
  /** Null: it has none yet. */
  readonly id: string | null;
  readonly what: 'CREATED' | 'CHANGED' | 'RESTORED' | 'ARCHIVED';
  /** As a document names them. */
  readonly fields: readonly string[];
}

/** So many are named; the rest is counted. */
const most = 1_000;

/** What a plan says of the entries of one kind, each by name as far as an answer can hold them. */
export function importCount(noun: MenuNoun, table: PlannedTable, dryRun: boolean): ImportCount {
  const { created, changed, archived, unchanged } = table;
  const changes: ImportChange[] = [
    ...created.map(({ ref, id }) => ({
      ref: ref ?? id,
      id: dryRun ? null : id,
      what: 'CREATED' as const,
      fields: [],
    })),
    ...changed.map(({ row: { ref, id }, fields, restored }) => ({
      ref: ref ?? id,
      id,
      what: restored ? ('RESTORED' as const) : ('CHANGED' as const),
      fields: fields.map(fieldOf),
    })),
    ...archived.map(({ ref, id }) => ({ ref: ref ?? id, id, what: 'ARCHIVED' as const, fields: [] })),
  ];
  return {
    noun,
    created: created.length,
    changed: changed.length,
    archived: archived.length,
    unchanged: unchanged.length,
    changes: changes.slice(0, most),
  };
}

/** What an entry lies in has another name in each table, and none in a document. */
function fieldOf(column: string): string {
  if (column.endsWith('_id')) return 'within';
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
