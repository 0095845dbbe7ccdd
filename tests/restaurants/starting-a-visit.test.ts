import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  OpenCartDocument,
  RotateTableCodeDocument,
  StartVisitDocument,
  VerifyTokenDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { cartOf, codeOfTable, guest, type Place, person, place } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let elsewhere: Place;
let nobody: As;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  elsewhere = await place(app);
  nobody = new As(app.url);
});

afterAll(() => app.close());

const visits = (): Promise<object[]> => rows(app.database.em(), sql`select id from visit`);

test('a guest who scans a code sits at its table', async () => {
  const { slug, tableCode, tableId } = here;
  const { startVisit } = await nobody.ask(StartVisitDocument, { slug, tableCode });
  expect(startVisit).toMatchObject({ restaurant: { slug }, table: { id: tableId, name: 'Table 1' } });
  const anna = new As(app.url, { visitToken: startVisit.visitToken });
  expect((await anna.ask(OpenCartDocument, { restaurantSlug: slug })).openCart.tableId).toBe(tableId);
  expect(await placedOrder(anna, here)).toMatchObject({ fulfilment: 'DINE_IN', tableName: 'Table 1' });
});

test('a guest without a code picks up at the counter', async () => {
  const { startVisit } = await nobody.ask(StartVisitDocument, { slug: here.slug });
  expect(startVisit.table).toBeNull();
  const anna = new As(app.url, { visitToken: startVisit.visitToken });
  expect(await placedOrder(anna, here)).toMatchObject({ fulfilment: 'PICKUP', tableName: null });
});

test("a visit's token alone in the Authorization header is good too", async () => {
  const { startVisit } = await nobody.ask(StartVisitDocument, { slug: here.slug });
  const anna = new As(app.url, { accessToken: startVisit.visitToken });
  expect(await anna.codeOf(OpenCartDocument, { restaurantSlug: here.slug })).toBe('OK');
});

test('each scan begins a visit of its own', async () => {
  const [anna, berta] = [await guest(app, here), await guest(app, here)];
  expect((await cartOf(anna, here)).id).not.toBe((await cartOf(berta, here)).id);
});

test('a code nobody printed, a code of elsewhere and an unknown slug begin nothing', async () => {
  const before = await visits();
  const start = (slug: string, tableCode: string | null) =>
    nobody.codeOf(StartVisitDocument, { slug, tableCode });
  expect(await start(here.slug, 'abcdefghjkmn')).toBe('NOT_FOUND');
  expect(await start(here.slug, elsewhere.tableCode)).toBe('NOT_FOUND');
  expect(await start(here.slug, '')).toBe('NOT_FOUND');
  expect(await start('no-such-place', null)).toBe('NOT_FOUND');
  expect(await visits()).toEqual(before);
});

test('a code that was changed is dead, and the new one leads to the table', async () => {
  const there = await place(app);
  await there.owner.ask(RotateTableCodeDocument, { tableId: there.tableId });
  const start = (tableCode: string) => nobody.codeOf(StartVisitDocument, { slug: there.slug, tableCode });
  expect(await start(there.tableCode)).toBe('NOT_FOUND');
  expect(await start(await codeOfTable(there))).toBe('OK');
});

test('whoever scans a code while it is changed sits at the table by no dead code', async () => {
  const there = await place(app);
  const { slug, tableId } = there;
  for (let round = 0; round < 3; round += 1) {
    const tableCode = await codeOfTable(there);
    const scan = () => nobody.codeOf(StartVisitDocument, { slug, tableCode });
    const scans = Array.from({ length: 6 }, scan);
    const change = there.owner.codeOf(RotateTableCodeDocument, { tableId });
    const codes = await Promise.all([...scans, change, ...Array.from({ length: 6 }, scan)]);
    expect(codes.filter((code) => code !== 'OK' && code !== 'NOT_FOUND')).toEqual([]);
    const alive = sql`select id from visit where table_id = ${tableId} and ended_at is null`;
    expect(await rows(app.database.em(), alive)).toEqual([]);
  }
});

test("a guest's token is good until the visit ends", async () => {
  const there = await place(app);
  const { slug, tableId, tableCode } = there;
  const { startVisit } = await nobody.ask(StartVisitDocument, { slug, tableCode });
  const verify = async () =>
    (await nobody.ask(VerifyTokenDocument, { token: startVisit.visitToken })).verifyToken;
  expect(await verify()).toMatchObject({ valid: true });
  await there.owner.ask(RotateTableCodeDocument, { tableId });
  expect(await verify()).toEqual({ valid: false, expiresAt: null });
});

test('a visit is good at its own restaurant only', async () => {
  const anna = await guest(app, here);
  const restaurantSlug = elsewhere.slug;
  expect(await anna.codeOf(OpenCartDocument, { restaurantSlug })).toBe('UNAUTHENTICATED');
});

test("a signed-in person who scans has a person's cart at the visit's table", async () => {
  const pia = await person(app);
  const { startVisit } = await pia.ask(StartVisitDocument, { slug: here.slug, tableCode: here.tableCode });
  const seated = new As(app.url, { ...pia.credentials, visitToken: startVisit.visitToken });
  const before = await cartOf(pia, here);
  const { openCart } = await seated.ask(OpenCartDocument, { restaurantSlug: here.slug });
  expect(openCart).toMatchObject({ id: before.id, tableId: here.tableId });
});
