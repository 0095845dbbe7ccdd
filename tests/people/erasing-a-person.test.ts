import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  ChangeEmailDocument,
  DeleteMeDocument,
  DiscountOrderDocument,
  InviteStaffDocument,
  MeDocument,
  MoveOrderDocument,
  OrderDocument,
  PlaceOrderDocument,
  RegisterDocument,
  RequestPasswordResetDocument,
  RestaurantOrderListDocument,
  SignInDocument,
  VoidLineDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { foreignKeys } from '../contract/foreign-keys.ts';
import { Wire } from '../events/wire.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { cartOf, key, type Person, type Place, password, person, place, unique } from '../support/build.ts';
import { employ } from '../support/employ.ts';
import { filledCart, type PlacedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let ann: Person;
let nobody: As;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  nobody = new As(app.url);
});

beforeEach(async () => {
  ann = await person(app, `${unique('Ann.Unmistakable')}@Example.com`);
});

afterAll(() => app.close());

const gone = (who: Person) => who.ask(DeleteMeDocument, { password });

/** Orders a coke with words for the kitchen. */
async function orderWithNote(who: As, note: string): Promise<PlacedOrder> {
  const { id, version } = await cartOf(who, here);
  const lines = [{ itemId: here.coke.id, quantity: 1, note }];
  const { addToCart } = await who.ask(AddToCartDocument, {
    input: { cartId: id, cartVersion: version, lines },
    idempotencyKey: key(),
  });
  const cart = addToCart.cart;
  const { placeOrder } = await who.ask(PlaceOrderDocument, {
    cartId: cart.id,
    cartVersion: cart.version,
    idempotencyKey: key(),
  });
  return placeOrder.order;
}

/** Every text of every table in which somebody might be found. */
async function everything(): Promise<string> {
  const tables = await rows<{ name: string }>(
    app.database.em(),
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const texts = [];
  for (const { name } of tables) {
    const statement = { text: `select to_jsonb(t)::text as row from "${name}" t`, values: [] };
    for (const { row } of await rows<{ row: string }>(app.database.em(), statement))
      texts.push(`${name} ${row}`);
  }
  return texts.join('\n').toLowerCase();
}

test('whoever is erased is gone: sessions end, sockets close, and the address is nobody’s', async () => {
  const wire = await Wire.open(ann);
  expect(await gone(ann)).toEqual({ deleteMe: true });
  expect((await wire.closed).code).toBe(4403);
  expect(await ann.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  expect(await nobody.codeOf(SignInDocument, { input: { email: ann.email, password } })).toBe(
    'UNAUTHENTICATED',
  );
  expect((await app.mailbox.emailTo(ann.email)).subject).toBe('Your account is erased');
  await nobody.ask(RegisterDocument, { input: { email: ann.email, name: 'Ann again', password } });
  expect((await app.mailbox.emailTo(ann.email)).subject).toBe('Verify your e-mail address');
});

test('no table holds the address, the name or the words of somebody who was erased', async () => {
  const words = unique('unmistakable words');
  const other = `${unique('unmistakable')}@example.com`;
  await rows(app.database.em(), sql`update person set name = 'Unmistakable Name' where id = ${ann.id}`);
  const { id, version, lines } = await orderWithNote(ann, words);
  const off = { orderId: id, discount: { amount: 1 } };
  const whole = { ...off, expectedVersion: version, reason: `${words} of the whole` };
  await here.owner.ask(DiscountOrderDocument, { input: whole });
  const line = { lineId: lines[0]!.id, reason: `${words} of the line` };
  await here.owner.ask(DiscountOrderDocument, { input: { ...off, ...line, expectedVersion: version + 1 } });
  const piece = { orderId: id, ...line, expectedVersion: version + 2 };
  await here.owner.ask(VoidLineDocument, { input: piece });
  await here.owner.ask(MoveOrderDocument, {
    orderId: id,
    to: 'REJECTED',
    reason: 'OTHER',
    reasonNote: `${words}, again`,
    expectedVersion: version + 3,
  });
  await filledCart(ann, here);
  await nobody.ask(RequestPasswordResetDocument, { email: ann.email });
  await ann.ask(ChangeEmailDocument, { email: other, password });
  const input = { restaurantId: here.id, email: ann.email, role: 'KITCHEN' as const };
  await here.owner.ask(InviteStaffDocument, { input, idempotencyKey: key() });
  const before = await everything();
  for (const trace of [ann.email, 'Unmistakable Name', words, other])
    expect(before).toContain(trace.toLowerCase());
  await gone(ann);
  await app.mailbox.emailTo(other);
  const after = await everything();
  for (const trace of [ann.email, 'Unmistakable Name', words, other])
    expect(after).not.toContain(trace.toLowerCase());
});

test('orders and their sums stay with the restaurant, an order in the kitchen with its note until it is over', async () => {
  const order = await orderWithNote(ann, 'no nuts');
  await gone(ann);
  const { order: kept } = await here.owner.ask(OrderDocument, { id: order.id });
  expect(kept).toMatchObject({ id: order.id, total: { amount: 250 } });
  expect(kept.lines[0]).toMatchObject({ note: 'no nuts' });
  const { restaurant } = await here.owner.ask(RestaurantOrderListDocument, { slug: here.slug });
  expect(JSON.stringify(restaurant)).toContain(order.id);
  const move = {
    orderId: order.id,
    to: 'CANCELLED' as const,
    reason: 'NOT_WANTED' as const,
    expectedVersion: order.version,
  };
  await here.owner.ask(MoveOrderDocument, move);
  const { order: over } = await here.owner.ask(OrderDocument, { id: order.id });
  expect(over).toMatchObject({ id: order.id, total: { amount: 250 } });
  expect(over.lines[0]).toMatchObject({ note: null });
  const theirs = await rows(app.database.em(), sql`select id from orders where person_id = ${ann.id}`);
  expect(theirs).toEqual([]);
});

test('it takes the password', async () => {
  expect(await ann.codeOf(DeleteMeDocument, { password: 'not the password' })).toBe('PASSWORD_WRONG');
  expect(await ann.codeOf(DeleteMeDocument, { password: 'x'.repeat(300) })).toBe('BAD_USER_INPUT');
  expect(await ann.codeOf(MeDocument, {})).toBe('OK');
});

test('an admin of the platform is none any more first', async () => {
  await rows(app.database.em(), sql`update person set admin = true where id = ${ann.id}`);
  expect(await ann.codeOf(DeleteMeDocument, { password })).toBe('FORBIDDEN');
  await rows(app.database.em(), sql`update person set admin = false where id = ${ann.id}`);
  expect(await ann.codeOf(DeleteMeDocument, { password })).toBe('OK');
});

test('the last owner of a restaurant is not erased, and nothing of it happens; with a second one it does', async () => {
  const [one, two] = [await place(app), await place(app)];
  const staffOf = (restaurantId: string) =>
    rows<{ person_id: string }>(
      app.database.em(),
      sql`select person_id from staff where restaurant_id = ${restaurantId}`,
    );
  await employ(app, one.id, two.owner.id, 'OWNER');
  expect(await two.owner.codeOf(DeleteMeDocument, { password })).toBe('LAST_OWNER');
  expect(await staffOf(one.id)).toHaveLength(2);
  expect(await two.owner.codeOf(MeDocument, {})).toBe('OK');
  expect(await one.owner.ask(DeleteMeDocument, { password })).toEqual({ deleteMe: true });
  expect(await staffOf(one.id)).toEqual([{ person_id: two.owner.id }]);
});

test('of two last owners who go at once one stays', async () => {
  const { id, owner } = await place(app);
  const second = await person(app);
  await employ(app, id, second.id, 'OWNER');
  const codes = await Promise.all([owner, second].map((one) => one.codeOf(DeleteMeDocument, { password })));
  expect(codes.sort()).toEqual(['LAST_OWNER', 'OK']);
});

test('whoever goes while ordering, moving and being staff there breaks nothing', async () => {
  await employ(app, here.id, ann.id, 'FLOOR');
  const { id, version } = await orderWithNote(ann, 'the first');
  const cart = await filledCart(ann, here);
  const ordering = ann.codeOf(PlaceOrderDocument, {
    cartId: cart.id,
    cartVersion: cart.version,
    idempotencyKey: key(),
  });
  const moving = here.owner.codeOf(MoveOrderDocument, {
    orderId: id,
    to: 'ACCEPTED',
    expectedVersion: version,
  });
  const leaving = ann.codeOf(DeleteMeDocument, { password });
  expect(await leaving).toBe('OK');
  expect(await moving).toBe('OK');
  expect(await ordering).not.toBe('INTERNAL_SERVER_ERROR');
  expect(app.failures).toEqual([]);
});

test('every table that refers to a person is known to erasing', async () => {
  const keys = await foreignKeys(app.database.em());
  const refers = keys.filter(({ to }) => to === 'person').map(({ from, columns }) => `${from}.${columns}`);
  const known = [
    // Forgotten with the person.
    'session.person_id',
    'account_token.person_id',
    'second_factor.person_id',
    'recovery_code.person_id',
    'staff.person_id',
    'cart.person_id',
    'orders.person_id',
    // An id that says of nobody who it was.
    'orders.entered_by_id',
    'orders.courier_id',
    'api_key.created_by_id',
    'invite.invited_by_id',
    'cart_member.person_id',
  ];
  const news = refers.filter((one) => !known.includes(one));
  expect(news.map((one) => `let deleteMe and exportMe know of ${one}, then list it here`)).toEqual([]);
});
