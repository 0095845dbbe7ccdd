import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrate } from '../../src/database/migrate.ts';
import { type Database, openDatabase } from '../../src/database/orm.ts';
import { rows } from '../../src/database/rows.ts';
import { type Sql, sql } from '../../src/database/sql.ts';
import { pageByKeys } from '../../src/keyset.ts';
import { type ItemFilter, itemFilter } from '../../src/menus/item-filter.ts';
import { type ItemOrder, itemOrder } from '../../src/menus/item-order.ts';
import { itemsPart } from '../../src/menus/items-part.ts';
import type { PageArgs } from '../../src/page.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';

let made: TestDatabase;
let server: Database;
let folder: string;
let embedded: Database;

beforeAll(async () => {
  made = await makeDatabase();
  server = await made.open();
  await fill(server, 50_000);
  folder = mkdtempSync(join(tmpdir(), 'comanda-finding-'));
  embedded = await openDatabase({ kind: 'folder', folder, holder: 'a test' }, { warn: () => {} });
  await migrate(embedded);
}, 120_000);

afterAll(async () => {
  await server.close();
  await embedded.close();
  await made.drop();
  rmSync(folder, { recursive: true });
});

const chain = '00000000-0000-7000-8000-000000000000';
const category = (number: number): string => `00000000-0000-7000-8001-${String(number).padStart(12, '0')}`;

/** One item in five is of other restaurants, the rest of one chain: 20 categories, 400 dishes of 60 words, many of them alike. */
async function fill({ em }: Database, items: number): Promise<void> {
  const statements = [
    sql`insert into restaurant (id, slug, title, currency, time_zone, locale, created_at)
      select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'r' || n, 'R', 'EUR', 'UTC', 'en', now() from generate_series(0, 9) n`,
    sql`insert into menu_category (id, restaurant_id, slug, title, position, hidden)
      select ('00000000-0000-7000-8001-' || lpad(n::text, 12, '0'))::uuid, ('00000000-0000-7000-8000-' || lpad((n / 20)::text, 12, '0'))::uuid,
        'c' || n, 'C', n % 7, n % 20 = 19 from generate_series(0, 199) n`,
    sql`insert into menu_item (id, restaurant_id, category_id, title, price, featured, hidden, sold_out, position, tags, allergens, popularity)
      select ('00000000-0000-7000-8002-' || lpad(n::text, 12, '0'))::uuid, ('00000000-0000-7000-8000-' || lpad(r::text, 12, '0'))::uuid,
        ('00000000-0000-7000-8001-' || lpad((r * 20 + n % 20)::text, 12, '0'))::uuid,
        (array['Crème','Margherita','Espresso','Rustico','Tonno','Piccante','Öl','Ragù','Verde','Bianca'])[1 + n * 7 % 10]
          || ' ' || translate(n::text, '0123456789', 'bcdfghjklm') || ' ' || (array['al forno','della casa','doppio','freddo'])[1 + n % 4],
        n * 37 % 2000, n % 50 = 0, n % 40 = 7, n % 30 = 3, n / 20, case when n % 200 = 0 then array['vegan', 'spicy'] when n % 3 = 0 then array['spicy'] else '{}' end,
        case when n % 4 = 1 then array['GLUTEN', 'MILK'] else '{}' end, n * 13 % 50
      from (select n, case when n % 5 = 0 then 1 + n % 9 else 0 end as r from generate_series(1, ${items}::int) n) x`,
    sql`insert into stock (id, restaurant_id, remaining) select id, restaurant_id, popularity from menu_item where popularity % 10 = 3 and id::text like '%9'`,
  ];
  for (const statement of statements) await rows(em(), statement);
  await rows(em(), sql`analyze`);
}

const filters: Readonly<Record<string, ItemFilter>> = {
  'nothing said': {},
  'a search': { search: 'margherita doppio' },
  'a rare word': { search: 'bcdk' },
  'a word begun': { search: 'ra' },
  'a misspelt word': { search: 'margarita' },
  'a misspelt and a rare word': { search: 'expreso bcdfg' },
  'a category': { categoryIds: [category(3)] },
  'a price range': { priceFrom: 100, priceTo: 103 },
  'a wide price range': { priceFrom: 100 },
  featured: { featured: true },
  'not featured': { featured: false },
  available: { available: true },
  'not available': { available: false },
  'a rare tag': { tags: ['vegan'] },
  'a common tag': { tags: ['spicy'] },
  'free of allergens': { withoutAllergens: ['MILK', 'EGGS'] },
  stock: { stockTo: 3 },
  'hidden ones too': { withHidden: true },
  'several at once': { search: 'verd', priceTo: 500, featured: true, withoutAllergens: ['MILK'] },
};

const up = (by: ItemOrder['by']): ItemOrder => ({ by, descending: false });
const down = (by: ItemOrder['by']): ItemOrder => ({ by, descending: true });
const orders: readonly ItemOrder[][] = [
  [],
  [down('PRICE')],
  [up('TITLE')],
  [down('POPULARITY'), up('TITLE')],
  [up('PRICE'), down('POPULARITY'), down('POSITION')],
];

/** What reads a page: the statement goes to `run`. */
async function reading(
  filter: ItemFilter,
  orderBy: readonly ItemOrder[],
  page: PageArgs,
  run: (statement: Sql) => Promise<Row[]>,
) {
  const where = itemFilter(chain, filter, new Date());
  const read = async (part: Parameters<typeof itemsPart>[1]) =>
    (await run(itemsPart(where, part))).map(({ id, keys }) => ({ keys, node: id }));
  return pageByKeys(itemOrder(orderBy), page, read, async () => 0);
}

interface Row {
  readonly id: string;
  readonly keys: readonly unknown[];
}

describe.each(Object.entries(filters))('of 50,000 items, %s', (_, filter) => {
  test.each(orders.map((order) => [order.map(({ by }) => by).join(', ') || 'the menu', order] as const))(
    'ordered by %s, is found by an index',
    async (_name, orderBy) => {
      let plan = '';
      const explain = async ({ text, values }: Sql): Promise<Row[]> => {
        const lines = await rows<{ 'QUERY PLAN': string }>(server.em(), { text: `explain ${text}`, values });
        plan = lines.map((line) => line['QUERY PLAN']).join('\n');
        return [];
      };
      await reading(filter, orderBy, { first: 20 }, explain);
      expect(plan).toMatch(/Index|Bitmap/);
      if (/Seq Scan on (menu_item|menu_word)/.test(plan)) throw new Error(plan);
    },
  );
});

describe('the embedded database', () => {
  let small: TestDatabase;
  let other: Database;

  beforeAll(async () => {
    small = await makeDatabase();
    other = await small.open();
    await fill(other, 2_000);
    await fill(embedded, 2_000);
  }, 60_000);

  afterAll(async () => {
    await other.close();
    await small.drop();
  });

  test.each(Object.entries(filters))('finds the same: %s', async (_, filter) => {
    for (const orderBy of orders) {
      const found = await Promise.all(
        [other, embedded].map((database) => twoPages(database, filter, orderBy)),
      );
      expect(found[1]).toEqual(found[0]);
    }
  });

  async function twoPages(
    { em }: Database,
    filter: ItemFilter,
    orderBy: readonly ItemOrder[],
  ): Promise<unknown[]> {
    const run = (statement: Sql) => rows<Row>(em(), statement);
    const first = await reading(filter, orderBy, { first: 30 }, run);
    const second = await reading(filter, orderBy, { first: 30, after: first.pageInfo.endCursor }, run);
    const back = await reading(
      filter,
      orderBy,
      { last: 30, before: second.pageInfo.startCursor ?? null },
      run,
    );
    if (second.edges.length > 0) expect(back.edges).toEqual(first.edges);
    return [...first.edges, ...second.edges];
  }
});
