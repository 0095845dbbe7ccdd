import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CloseTableDocument,
  CreateTableDocument,
  RestaurantTablesDocument,
  RotateTableCodeDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { codeOfTable, guest, key, type Place, person, place, staff } from '../support/build.ts';

let app: TestApp;
let here: Place;
let elsewhere: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  elsewhere = await place(app);
});

afterAll(() => app.close());

const newTable = (name: string, { id }: { id: string } = here) => ({
  input: { restaurantId: id, name },
  idempotencyKey: key(),
});

async function tablesOf({ owner, slug }: Place): Promise<string[]> {
  const { restaurant } = await owner.ask(RestaurantTablesDocument, { slug });
  return restaurant.tables.map(({ name }) => name);
}

test('to others a restaurant has no tables', async () => {
  for (const viewer of [elsewhere.owner, await person(app), new As(app.url), await guest(app, here)]) {
    expect(await viewer.codeOf(RestaurantTablesDocument, { slug: here.slug })).toBe('NOT_FOUND');
  }
});

test("a table's code is a link to the restaurant and a drawing of it", async () => {
  const { restaurant } = await here.owner.ask(RestaurantTablesDocument, { slug: here.slug });
  const { qr } = restaurant.tables[0]!;
  expect(qr.url).toMatch(new RegExp(`^http://comanda\\.test/r/${here.slug}/[a-z2-9]{12}$`));
  expect(qr.svg).toMatch(/^<svg .*<\/svg>\s*$/s);
});

test('the cook and the courier see the tables but not the codes', async () => {
  for (const role of ['KITCHEN', 'COURIER'] as const) {
    const member = await staff(app, here.id, role);
    expect(await member.codeOf(RestaurantTablesDocument, { slug: here.slug })).toBe('FORBIDDEN');
    const names = await member.raw<{ restaurant: { tables: object[] } }>(
      `{ restaurant(slug: "${here.slug}") { tables { name } } }`,
    );
    expect(names.data?.restaurant.tables).toContainEqual({ name: 'Table 1' });
  }
});

test('a table is made once per key', async () => {
  const wanted = newTable('Terrace');
  const first = (await here.owner.ask(CreateTableDocument, wanted)).createTable;
  expect((await here.owner.ask(CreateTableDocument, wanted)).createTable).toEqual({
    ...first,
    replayed: true,
  });
  expect((await tablesOf(here)).filter((name) => name === 'Terrace')).toHaveLength(1);
  const other = { ...newTable('Cellar'), idempotencyKey: wanted.idempotencyKey };
  expect(await here.owner.codeOf(CreateTableDocument, other)).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('a name is needed, of 50 characters at most, in one line', async () => {
  const before = await tablesOf(here);
  expect(await here.owner.codeOf(CreateTableDocument, newTable(''))).toBe('BAD_USER_INPUT');
  expect(await here.owner.codeOf(CreateTableDocument, newTable('x'.repeat(51)))).toBe('BAD_USER_INPUT');
  expect(await here.owner.codeOf(CreateTableDocument, newTable('Table\r\n1'))).toBe('BAD_USER_INPUT');
  expect(await tablesOf(here)).toEqual(before);
});

test('the floor closes tables but neither makes them nor changes their codes', async () => {
  const waiter = await staff(app, here.id, 'FLOOR');
  const { tableId } = here;
  expect(await waiter.codeOf(CloseTableDocument, { tableId })).toBe('OK');
  expect(await waiter.codeOf(CreateTableDocument, newTable('Mine'))).toBe('FORBIDDEN');
  const before = await codeOfTable(here);
  expect(await waiter.codeOf(RotateTableCodeDocument, { tableId })).toBe('FORBIDDEN');
  expect(await codeOfTable(here)).toBe(before);
});

test("another restaurant's tables do not exist for me", async () => {
  const { tableId } = elsewhere;
  const before = await codeOfTable(elsewhere);
  expect(await here.owner.codeOf(CreateTableDocument, newTable('Foreign', elsewhere))).toBe('NOT_FOUND');
  expect(await here.owner.codeOf(CloseTableDocument, { tableId })).toBe('NOT_FOUND');
  expect(await here.owner.codeOf(RotateTableCodeDocument, { tableId })).toBe('NOT_FOUND');
  expect([await codeOfTable(elsewhere), await tablesOf(elsewhere)]).toEqual([before, ['Table 1']]);
});
