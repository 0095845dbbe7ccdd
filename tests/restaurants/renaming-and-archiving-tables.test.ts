import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ArchiveTableDocument,
  CloseTableDocument,
  CreateTableDocument,
  OpenCartDocument,
  PlaceOrderDocument,
  RenameTableDocument,
  RestaurantTableListDocument,
  RestaurantTablesDocument,
  RotateTableCodeDocument,
  StartVisitDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { answerOf } from '../door.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { codeOfTable, guest, key, type Place, person, place, staff } from '../support/build.ts';
import { filledCart, placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
});

afterAll(() => app.close());

const named = (name: string, tableId = here.tableId) => ({ input: { tableId, name } });
const rename = (name: string) => here.owner.codeOf(RenameTableDocument, named(name));
const archive = () => here.owner.ask(ArchiveTableDocument, { tableId: here.tableId });

const create = (name: string) =>
  here.owner.codeOf(CreateTableDocument, {
    input: { restaurantId: here.id, name },
    idempotencyKey: key(),
  });

async function names(): Promise<string[]> {
  const { restaurant } = await here.owner.ask(RestaurantTablesDocument, { slug: here.slug });
  return restaurant.tables.map(({ name }) => name);
}

const kinds = async () =>
  (
    await rows<{ kind: string }>(
      app.database.em(),
      sql`select kind from event where stream = ${here.id} and topic in ('table', 'visit') order by number`,
    )
  ).map(({ kind }) => kind);

test('a table that gets another name keeps its code and its guests', async () => {
  const anna = await guest(app, here);
  const { renameTable } = await here.owner.ask(RenameTableDocument, named('Garden'));
  expect(renameTable).toMatchObject({ id: here.tableId, name: 'Garden' });
  expect(await codeOfTable(here)).toBe(here.tableCode);
  expect((await placedOrder(anna, here)).tableName).toBe('Garden');
});

test('an order keeps the name of the table it was placed at', async () => {
  const order = await placedOrder(await guest(app, here), here);
  await rename('Garden');
  expect(order.tableName).toBe('Table 1');
});

test('no two tables in use have one name, however it is written', async () => {
  expect(await create('table 1')).toBe('BAD_USER_INPUT');
  expect(await create('Table 2')).toBe('OK');
  expect(await rename('TABLE 2')).toBe('BAD_USER_INPUT');
  expect(await rename('TABLE 1')).toBe('OK');
  expect(await names()).toEqual(['TABLE 1', 'Table 2']);
  await archive();
  expect(await create('Table 1')).toBe('OK');
});

test('of two tables made at once with one name one is made', async () => {
  expect((await Promise.all([create('Cellar'), create('cellar')])).sort()).toEqual(['BAD_USER_INPUT', 'OK']);
});

test('another restaurant may name its tables alike', async () => {
  expect((await place(app)).tableId).not.toBe(here.tableId);
});

test('a name is needed, of 50 characters at most', async () => {
  expect([await rename(''), await rename('x'.repeat(51))]).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  expect(await names()).toEqual(['Table 1']);
});

test('the code of an archived table is dead, and its guests order nothing more', async () => {
  const anna = await guest(app, here);
  const { id: cartId, version: cartVersion } = await filledCart(anna, here);
  await archive();
  const placing = { cartId, cartVersion, idempotencyKey: key() };
  expect(await anna.codeOf(PlaceOrderDocument, placing)).toBe('VISIT_ENDED');
  const { slug, tableCode } = here;
  expect(await new As(app.url).codeOf(StartVisitDocument, { slug, tableCode })).toBe('NOT_FOUND');
  for (const path of ['', '/qr.svg', '/qr.png']) {
    expect((await answerOf(app, `/r/${slug}/${tableCode}${path}`)).status).toBe(404);
  }
});

test('a cart that a waiter filled for it is placed no more', async () => {
  const waiter = await staff(app, here.id, 'FLOOR');
  const where = { restaurantSlug: here.slug, asStaff: true, tableId: here.tableId };
  const { openCart } = await waiter.ask(OpenCartDocument, where);
  await archive();
  const placing = { cartId: openCart.id, cartVersion: openCart.version, idempotencyKey: key() };
  expect(await waiter.codeOf(PlaceOrderDocument, placing)).toBe('NOT_FOUND');
  expect(await waiter.codeOf(OpenCartDocument, where)).toBe('NOT_FOUND');
});

test('it leaves the list of tables for that of the archived, which managers and owners read', async () => {
  const { archiveTable } = await archive();
  expect(await names()).toEqual([]);
  const asked = { restaurantId: here.id, filter: { archived: true } };
  const list = async (viewer: As) =>
    (await viewer.ask(RestaurantTableListDocument, asked)).restaurantTables.edges.map(({ node }) => node);
  const manager = await staff(app, here.id, 'MANAGER');
  for (const viewer of [here.owner, manager]) expect(await list(viewer)).toEqual([archiveTable]);
  expect(archiveTable.archivedAt).not.toBeNull();
  const waiter = await staff(app, here.id, 'FLOOR');
  expect(await waiter.codeOf(RestaurantTableListDocument, asked)).toBe('FORBIDDEN');
  expect(await new As(app.url).codeOf(RestaurantTableListDocument, asked)).toBe('NOT_FOUND');
});

test('archiving it again tells nothing new; it has no code and takes no other name', async () => {
  await guest(app, here);
  const first = await archive();
  const before = await kinds();
  expect(before).toEqual(['table.created', 'visit.started', 'table.archived', 'visit.ended']);
  expect(await archive()).toEqual(first);
  expect(await kinds()).toEqual(before);
  const { tableId } = here;
  expect(await rename('Garden')).toBe('NOT_FOUND');
  expect(await here.owner.codeOf(RotateTableCodeDocument, { tableId })).toBe('NOT_FOUND');
  expect(await here.owner.codeOf(CloseTableDocument, { tableId })).toBe('NOT_FOUND');
  const query = `{ restaurant(slug: "${here.slug}") { archivedTables { qr { url } } } }`;
  const { errors } = await here.owner.raw(query);
  expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
});

test('the event of a new name holds no name', async () => {
  await rename('Garden');
  const [event] = await rows<{ data: object }>(
    app.database.em(),
    sql`select data from event where stream = ${here.id} and kind = 'table.renamed'`,
  );
  expect(event!.data).toEqual({});
});

test('both are for managers and owners of this restaurant', async () => {
  const refused = async (viewer: As) => [
    await viewer.codeOf(RenameTableDocument, named('Mine')),
    await viewer.codeOf(ArchiveTableDocument, { tableId: here.tableId }),
  ];
  for (const role of ['KITCHEN', 'FLOOR', 'COURIER'] as const) {
    expect(await refused(await staff(app, here.id, role))).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  }
  const elsewhere = await place(app);
  for (const viewer of [elsewhere.owner, await person(app), await guest(app, here), new As(app.url)]) {
    expect(await refused(viewer)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  }
  expect(await names()).toEqual(['Table 1']);
  expect(await refused(await staff(app, here.id, 'MANAGER'))).toEqual(['OK', 'OK']);
});

test('there are not so many tables that they cannot be printed', async () => {
  await rows(
    app.database.em(),
    sql`
    insert into restaurant_table (id, restaurant_id, name, code, created_at)
    select gen_random_uuid(), ${here.id}, 'T' || n, ${here.id} || n, now() from generate_series(2, 500) n`,
  );
  expect(await create('One more')).toBe('BAD_USER_INPUT');
  expect(await rename('Table 0')).toBe('OK');
});
