import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  ChangePasswordDocument,
  ExportMeDocument,
  MeDocument,
  OpenCartDocument,
  PlaceOrderDocument,
  UpdateMeDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { generousLimits, startApp, type TestApp } from '../support/app.ts';
import { codeIn } from '../support/as.ts';
import { key, type Person, type Place, password, person, place, staff } from '../support/build.ts';
import { filledCart, placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let ann: Person;

beforeAll(async () => {
  app = await startApp({ config: { limits: { ...generousLimits, export: 8 } } });
  here = await place(app);
  ann = await person(app);
});

afterAll(() => app.close());

const held = async (who: Person) => (await who.ask(ExportMeDocument)).exportMe;

test('a customer reads the account, sessions, orders and carts as one document', async () => {
  await placedOrder(ann, here);
  await filledCart(ann, here);
  await ann.ask(ChangePasswordDocument, { current: password, next: password });
  const document = await held(ann);
  expect(document).toMatchObject({
    account: { id: ann.id, email: ann.email, name: 'Somebody', admin: false },
    sessions: [{ endedAt: null }],
    events: [{ kind: 'account.password-changed' }],
    acts: [{ field: 'changePassword', outcome: 'OK' }],
    orders: [
      {
        restaurant: 'A place',
        status: 'PLACED',
        currency: 'EUR',
        total: 250,
        lines: [{ title: 'Coke', quantity: 1, unitPrice: 250, note: null }],
      },
    ],
    carts: [{ restaurant: 'A place', lines: [{ title: 'Coke', quantity: 1 }] }],
    staff: [],
  });
  expect(JSON.stringify(document)).not.toMatch(/argon2|[Hh]ash/);
});

test('who works somewhere reads where, and which orders they entered for others', async () => {
  const flora = await staff(app, here.id, 'FLOOR');
  const where = { restaurantSlug: here.slug, asStaff: true, tableId: here.tableId };
  const { openCart } = await flora.ask(OpenCartDocument, where);
  const input = { cartId: openCart.id, cartVersion: openCart.version, lines: [{ itemId: here.coke.id }] };
  const { cart } = (await flora.ask(AddToCartDocument, { input, idempotencyKey: key() })).addToCart;
  await flora.ask(PlaceOrderDocument, { cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() });
  const document = await held(flora);
  expect(document).toMatchObject({
    staff: [{ restaurant: 'A place', role: 'FLOOR' }],
    orders: [],
    enteredOrders: [{ restaurant: 'A place', number: expect.any(Number) }],
  });
});

test('a long document comes in parts, which have everything once', async () => {
  const bob = await person(app);
  const { id } = await placedOrder(bob, here);
  await rows(
    app.database.em(),
    sql`
    insert into orders select (jsonb_populate_record(o, jsonb_build_object(
      'id', gen_random_uuid(), 'number', 1000 + n, 'tracking_code', gen_random_uuid(), 'total', n))).*
    from orders o, generate_series(1, 1099) n where o.id = ${id}`,
  );
  const parts = [];
  for (let part: number | null = 1; part !== null; part = parts.at(-1)!.nextPart) {
    parts.push(
      (await bob.ask(ExportMeDocument, { part })).exportMe as {
        nextPart: number | null;
        orders: { number: number }[];
      },
    );
  }
  expect(parts.map(({ orders }) => orders.length)).toEqual([500, 500, 100]);
  expect(new Set(parts.flatMap(({ orders }) => orders.map(({ number }) => number))).size).toBe(1100);
  for (const part of [0, -1, 10_001])
    expect(await bob.codeOf(ExportMeDocument, { part })).toBe('BAD_USER_INPUT');
});

test('whoever reads parts without end has to wait, also under aliases', async () => {
  const bob = await person(app);
  const fields = Array.from({ length: 10 }, (_, index) => `a${index}: exportMe`);
  expect(codeIn(await bob.raw(`query { ${fields.join(' ')} }`))).toBe('RATE_LIMITED');
  expect(await ann.codeOf(ExportMeDocument, {})).toBe('OK');
});

test('nobody reads what is held about somebody else', async () => {
  const bob = await person(app);
  expect(JSON.stringify(await held(bob))).not.toContain(ann.id);
});

test('a name is changed, and nothing else', async () => {
  const { updateMe } = await ann.ask(UpdateMeDocument, { input: { name: 'Ann' } });
  expect(updateMe).toMatchObject({ id: ann.id, email: ann.email, name: 'Ann' });
  expect((await ann.ask(MeDocument)).me).toEqual(updateMe);
  for (const name of ['', 'x'.repeat(101)]) {
    expect(await ann.codeOf(UpdateMeDocument, { input: { name } })).toBe('BAD_USER_INPUT');
  }
});
