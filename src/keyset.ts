import { joinSql } from './database/join-sql.ts';
import type { Sql } from './database/sql.ts';
import { Refusal } from './errors.ts';
import type { Page, PageArgs } from './page.ts';

/** What a list is ordered by: a column that is never null. The last key of a list is its id, or pages would overlap. */
export interface Key {
  readonly column: string;
  readonly type: 'int' | 'text' | 'uuid' | 'timestamptz';
  readonly descending: boolean;
}

/** The part of a statement that reads a page, and one row more, so that it is known whether there are more. */
export interface Part {
  /** A condition. */
  readonly beyond: Sql;
  readonly orderBy: Sql;
  /** What to select as `keys`. */
  readonly keys: Sql;
  readonly limit: number;
}

export interface Found<Node> {
  readonly keys: readonly unknown[];
  /** Null: it has gone while the page was read. */
  readonly node: Node | null;
}

/**
 * A page of a list in the order of several keys. A cursor holds the keys of its row, so a page goes on behind them whatever has been
 * added, changed or taken away since. Throws BAD_USER_INPUT for a cursor of another order.
 */
export async function pageByKeys<Node>(
  keys: readonly Key[],
  { first, after, last, before }: PageArgs,
  read: (part: Part) => Promise<readonly Found<Node>[]>,
  count: () => Promise<number>,
): Promise<Page<Node>> {
  const backward = last != null;
  const size = Math.min(100, (backward ? last : first) ?? 20);
  const turned = backward ? keys.map((key) => ({ ...key, descending: !key.descending })) : keys;
  const bounds = [
    ...(after == null ? [] : [beyond(keys, valuesOf(keys, after))]),
    ...(before == null ? [] : [beyond(reversed(keys), valuesOf(keys, before))]),
  ];
  const found = await read({
    beyond: joinSql([{ text: 'true', values: [] }, ...bounds], ' and '),
    orderBy: plain(
      turned.map(({ column, descending }) => `${column} ${descending ? 'desc' : 'asc'}`).join(', '),
    ),
    keys: plain(`json_build_array(${keys.map(({ column }) => column).join(', ')})`),
    limit: size + 1,
  });
  const edges = found
    .slice(0, size)
    .flatMap(({ keys: own, node }) => (node ? [{ cursor: cursorOf(keys, own), node }] : []));
  if (backward) edges.reverse();
  const more = found.length > size;
  const pageInfo = {
    hasNextPage: backward ? before != null : more,
    hasPreviousPage: backward ? more : after != null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo, totalCount: count };
}

function plain(text: string): Sql {
  return { text, values: [] };
}

function reversed(keys: readonly Key[]): Key[] {
  return keys.map((key) => ({ ...key, descending: !key.descending }));
}

/** k1 beyond v1, or the same and k2 beyond v2, and so on; and k1 not before v1, which an index understands. */
function beyond(keys: readonly Key[], values: readonly unknown[]): Sql {
  const compared = (index: number, sign: string): string =>
    `${keys[index]!.column} ${sign} $${index + 1}::${keys[index]!.type}`;
  const sign = (index: number): string => (keys[index]!.descending ? '<' : '>');
  const from = (index: number): string => {
    const past = compared(index, sign(index));
    return index === keys.length - 1 ? past : `(${past} or ${compared(index, '=')} and ${from(index + 1)})`;
  };
  return { text: `${compared(0, `${sign(0)}=`)} and ${from(0)}`, values };
}

function cursorOf(keys: readonly Key[], values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([orderOf(keys), ...values])).toString('base64url');
}

function valuesOf(keys: readonly Key[], cursor: string): unknown[] {
  const [order, ...values] = parsed(cursor);
  const fits = keys.every(({ type }, index) => isOf(type, values[index]));
  if (order === orderOf(keys) && values.length === keys.length && fits) return values;
  throw new Refusal('BAD_USER_INPUT', 'This is not a cursor of this list in this order.');
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function orderOf(keys: readonly Key[]): string {
  return keys.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join(' ');
}

/** Within what both clocks know, and as PostgreSQL writes it. */
const moment = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-5]):[0-5]\d$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isOf(type: Key['type'], value: unknown): boolean {
  if (type === 'int') return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
  if (typeof value !== 'string') return false;
  if (type === 'timestamptz') return moment.test(value) && isInstant(value);
  return type === 'uuid' ? uuid.test(value) : !value.includes('\0');
}

function isInstant(text: string): boolean {
  try {
    return Boolean(Temporal.Instant.from(text));
  } catch {
    return false;
  }
}
