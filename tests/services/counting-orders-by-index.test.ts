import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rows } from '../../src/database/rows.ts';
import { scoped } from '../../src/database/scoped.ts';
import { type Sql, sql } from '../../src/database/sql.ts';
import { countFigures } from '../../src/orders/count-figures.ts';
import { countPrepared } from '../../src/orders/count-prepared.ts';
import { type FilledDatabase, filledDatabase, tenRestaurants } from '../support/filled-database.ts';

let filled: FilledDatabase;

const here = '00000000-0000-7000-8000-000000000000';
const now = new Date('2026-12-31T00:00Z');

beforeAll(async () => {
  filled = await filledDatabase(contents);
}, 120_000);

afterAll(() => filled.drop());

/** 100,000 orders of a year at ten restaurants; each took between 5 and 15 minutes and was promised for 10; the last 20 are not over. */
const contents = [
  tenRestaurants,
  sql`insert into orders (id, restaurant_id, number, business_day, status, version, fulfilment, currency, locale, subtotal, tax, tax_per_million,
      tax_included, total, placed_at, updated_at, tracking_code, queue_ahead, promised_at, first_promised_at, ready_at)
    select ('00000000-0000-7000-8001-' || lpad(n::text, 12, '0'))::uuid, ('00000000-0000-7000-8000-' || lpad((n % 10)::text, 12, '0'))::uuid,
      n, to_char(at, 'YYYY-MM-DD'), case when n > 99980 then 'PLACED' else 'COMPLETED' end, 1, 'PICKUP', 'EUR', 'en', 100, 0, 0, true, 100, at, at, n::text,
      n / 10 % 11, at + interval '10 minutes', at + interval '10 minutes',
      case when n <= 99980 then at + interval '5 minutes' + n / 10 % 11 * interval '1 minute' end
    from generate_series(1, 100000) n, lateral (select timestamptz '2026-01-01T00:00Z' + n * interval '5.24 minutes' as at) moment`,
];

async function planOf({ text, values }: Sql): Promise<string> {
  const lines = await rows<{ 'QUERY PLAN': string }>(filled.server.em(), { text: `explain ${text}`, values });
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

function byIndex(plan: string): void {
  expect(plan).toMatch(/Index|Bitmap/);
  if (/Seq Scan on orders/.test(plan)) throw new Error(plan);
}

test('of a year, what the last four weeks took is found by an index, and counted', async () => {
  byIndex(await planOf(countPrepared(now)));
  expect(await rows(filled.server.em(), countPrepared(now))).toHaveLength(10);
  const [row] = await rows<{ preparation: object }>(
    filled.server.em(),
    sql`select preparation from restaurant where id = ${here}`,
  );
  expect(row!.preparation).toMatchObject({
    median: 600,
    p90: 840,
    ahead: 5,
    p10: 360,
    medianOff: 180,
    p90Off: 300,
  });
  // Those of the tenth that took longest count as long as the ninth.
  expect((row!.preparation as { each: number }).each).toBeCloseTo(60, -1);
});

test('of a year, what is of today or not over is found by an index', async () => {
  let plan = '';
  const scope = scoped(filled.server.em(), here);
  const explaining = {
    ...scope,
    row: async (statement: Sql) => {
      plan = await planOf(statement);
      return undefined;
    },
  };
  await countFigures(explaining, '2026-12-30', now).catch(() => null);
  byIndex(plan);
  const figures = await countFigures(scope, '2026-12-30', now);
  expect(figures).toMatchObject({ open: 2, orders: expect.any(Number) });
  expect(figures.takings).toBe(figures.orders * 100);
});
