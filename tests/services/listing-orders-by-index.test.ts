import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rows } from '../../src/database/rows.ts';
import { type Sql, sql } from '../../src/database/sql.ts';
import { pageByKeys } from '../../src/keyset.ts';
import { listOrders, type OrderQuery } from '../../src/orders/list-orders.ts';
import { type OrderFilter, orderFilter } from '../../src/orders/order-filter.ts';
import { type OrderOrder, orderKeys } from '../../src/orders/order-keys.ts';
import { ordersPart } from '../../src/orders/orders-part.ts';
import { explaining } from '../support/explaining.ts';
import { type FilledDatabase, filledDatabase, tenRestaurants } from '../support/filled-database.ts';

let filled: FilledDatabase;

const here = '00000000-0000-7000-8000-000000000000';

beforeAll(async () => {
  filled = await filledDatabase(contents);
}, 120_000);

afterAll(() => filled.drop());

/** 50,000 orders of ten restaurants, ten minutes between those of one; 40 of each are not over. */
const contents = [
  tenRestaurants,
  sql`insert into orders (id, restaurant_id, number, business_day, status, version, fulfilment, currency, locale, subtotal, tax, tax_per_million,
      tax_included, total, placed_at, updated_at, tracking_code)
    select ('00000000-0000-7000-8001-' || lpad(n::text, 12, '0'))::uuid, ('00000000-0000-7000-8000-' || lpad((n % 10)::text, 12, '0'))::uuid,
      n, to_char(timestamp '2026-01-01' + n * interval '1 minute', 'YYYY-MM-DD'), case when n > 49600 then 'PLACED' else 'COMPLETED' end,
      1, 'PICKUP', 'EUR', 'en', n % 5000, 0, 0, true, n % 5000, timestamptz '2026-01-01T00:00Z' + n * interval '1 minute', now(), n
    from generate_series(1, 50000) n`,
  sql`insert into menu_category (id, restaurant_id, slug, title, position, hidden) select id, id, 'c', 'C', 0, false from restaurant`,
  sql`insert into menu_item (id, restaurant_id, category_id, title, price, featured, hidden, sold_out, position, tags, allergens, popularity)
    select id, id, id, 'Coke', 0, false, false, false, 0, '{}', '{}', 0 from restaurant`,
  sql`insert into order_line (id, restaurant_id, order_id, position, item_id, title, quantity, unit_price, tax_per_million, modifiers)
    select gen_random_uuid(), o.restaurant_id, o.id, n, o.restaurant_id, case n when 1 then 'Crème' else 'Coke' end, 1, 0, 0, '[]'
    from orders o, generate_series(1, 2) n`,
];

const filters: Record<string, OrderFilter> = {
  'nothing said': {},
  'a status': { status: ['PLACED'] },
  'a day': { businessDay: '2026-01-20' },
  'an hour': { placedFrom: new Date('2026-01-20T10:00Z'), placedTo: new Date('2026-01-20T11:00Z') },
  'a number of a day': { businessDay: '2026-01-20', number: 27_370 },
  'words of a day': { businessDay: '2026-01-20', text: 'coke' },
  'a name of a day': { businessDay: '2026-01-20', text: 'anna', textInNames: true },
  'a courier': { courierId: here },
  'who entered it': { enteredById: here },
};

const everywhere: Record<string, OrderQuery> = {
  'nothing said': { filter: {}, orderBy: [], page: { first: 20 } },
  'a status': { filter: { status: ['PLACED'] }, orderBy: [], page: { first: 20 } },
  'an hour': { filter: filters['an hour']!, orderBy: [], page: { first: 20 } },
  'words of an hour, by total': {
    filter: { ...filters['an hour'], text: 'coke' },
    orderBy: [{ by: 'TOTAL', descending: true }],
    page: { first: 20 },
  },
};

test.each(Object.keys(everywhere))(
  'of 50,000 orders of all restaurants, %s, is found by an index',
  async (name) => {
    const plans: string[] = [];
    await listOrders(explaining(filled.server, plans), null, sql`true`, everywhere[name]!);
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatch(/Index|Bitmap/);
    if (/Seq Scan on (orders|order_line)/.test(plans[0]!)) throw new Error(plans[0]);
  },
);

const orderings: Record<string, OrderOrder[]> = {
  'newest first': [],
  'by time': [{ by: 'PLACED_AT', descending: true }],
  'by number': [{ by: 'NUMBER', descending: false }],
  'by total and time': [
    { by: 'TOTAL', descending: true },
    { by: 'PLACED_AT', descending: false },
  ],
};

test.each(
  Object.keys(filters).flatMap((filter) =>
    Object.keys(orderings).map((ordering) => [filter, ordering] as const),
  ),
)('of 50,000 orders, %s, %s, is found by an index', async (filter, ordering) => {
  const where = orderFilter(sql`o.restaurant_id = ${here}`, filters[filter]!);
  let plan = '';
  const explain = async ({ text, values }: Sql): Promise<[]> => {
    const lines = await rows<{ 'QUERY PLAN': string }>(filled.server.em(), {
      text: `explain ${text}`,
      values,
    });
    plan = lines.map((line) => line['QUERY PLAN']).join('\n');
    return [];
  };
  await pageByKeys(
    orderKeys(orderings[ordering]!),
    { first: 20 },
    (part) => explain(ordersPart(where, part)),
    async () => 0,
  );
  expect(plan).toMatch(/Index|Bitmap/);
  if (/Seq Scan on (orders|order_line)/.test(plan)) throw new Error(plan);
});
