import { Refusal } from './errors.ts';

/** Relay's arguments. `first` with `after` goes forward, `last` with `before` backward; 100 at most, and 20 for who asks past the schema, which says PAGE_SIZE. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  /** Runs only when a client asks. */
  totalCount(): Promise<number>;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** Which ids to read: newest first, one more than the page, so that it is known whether there are more. */
export interface Stretch {
  readonly olderThan: string | null;
  readonly newerThan: string | null;
  readonly direction: 'asc' | 'desc';
  readonly limit: number;
}

/** A page of things whose ids rise with time (UUIDv7), newest first. */
export async function newestFirst<Node extends { id: string }>(
  { first, after, last, before }: PageArgs,
  read: (stretch: Stretch) => Promise<Node[]>,
  count: () => Promise<number>,
): Promise<Page<Node>> {
  const backward = last != null;
  const size = Math.min(100, (backward ? last : first) ?? 20);
  const stretch: Stretch = {
    olderThan: after == null ? null : idOf(after),
    newerThan: before == null ? null : idOf(before),
    direction: backward ? 'asc' : 'desc',
    limit: size + 1,
  };
  const found = await read(stretch);
  const more = found.length > size;
  const nodes = found.slice(0, size);
  if (backward) nodes.reverse();
  const edges = nodes.map((node) => ({ cursor: cursorOf(node.id), node }));
  const pageInfo = {
    hasNextPage: backward ? before != null : more,
    hasPreviousPage: backward ? more : after != null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo, totalCount: count };
}

function cursorOf(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function idOf(cursor: string): string {
  const hex = Buffer.from(cursor, 'base64url').toString('hex');
  if (hex.length !== 32) throw new Refusal('BAD_USER_INPUT', 'This is not a cursor of this list.');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
