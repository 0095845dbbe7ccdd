import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CartDocument,
  DeleteMeDocument,
  KitchenTicketsDocument,
  MoveOrderDocument,
  OrderDocument,
  PlaceOrderDocument,
  RefreshSessionDocument,
  RegisterDocument,
  ShareCartDocument,
  SignInDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { type Sql, sql } from '../../src/database/sql.ts';
import { add } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { cartOf, guest, key, type Place, password, person, place, staff, unique } from '../support/build.ts';
import { invited } from '../support/invite.ts';
import { placedOrder } from '../support/order.ts';
import { askingUntil } from './asking-until.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ config: { eventDays: 30, orderPersonalDays: 90, sweepMs: 20 } });
});

afterAll(() => app.close());

const query = <Row>(statement: Sql) => rows<Row>(app.database.em(), statement);

test('events older than the days they are kept are gone, and a screen that holds their numbers starts over', async () => {
  const here = await place(app);
  const anna = await guest(app, here);
  const kim = await staff(app, here.id, 'KITCHEN');
  await placedOrder(anna, here);
  const ofHere = sql`select number, at from event where stream = ${here.id} order by number`;
  const before = await query<{ number: string }>(ofHere);
  await placedOrder(anna, here);
  const { number: lastOld } = before.at(-1)!;
  const kept = (await query(ofHere)).length - before.length;
  await query(sql`
    update event set at = now() - interval '29 days' where stream = ${here.id} and number > ${lastOld}`);
  await query(sql`
    update event set at = now() - interval '31 days' where stream = ${here.id} and number <= ${lastOld}`);
  await askingUntil(async () => (await query(ofHere)).length === kept);
  for (const [after, verdict] of [
    [Number(lastOld) - 1, 'RESET'],
    [Number(lastOld), 'RESUMED'],
  ] as const) {
    const screen = kim.live(KitchenTicketsDocument, { restaurantId: here.id, after });
    expect((await screen.at(0)).kitchenTickets.verdict).toBe(verdict);
  }
  await kim.hangUp();
});

test('a cart that nobody has touched for a day is gone with what is in it, whoever fills it; one that was touched since is not', async () => {
  const here = await place(app);
  const [anna, bob, carla] = [await guest(app, here), await guest(app, here), await guest(app, here)];
  const coke = { itemId: here.coke.id };
  const [young, shared, touched] = [
    await add(anna, await cartOf(anna, here), coke),
    await add(bob, await cartOf(bob, here), coke),
    await add(carla, await cartOf(carla, here), coke),
  ];
  await bob.ask(ShareCartDocument, { cartId: shared.id });
  const age = (id: string, hours: number) =>
    query(sql`update cart set updated_at = now() - make_interval(hours => ${hours}) where id = ${id}`);
  await age(young.id, 23);
  await age(touched.id, 23);
  await add(carla, touched, coke);
  await age(shared.id, 25);
  const left = sql`select id from cart where restaurant_id = ${here.id} order by id`;
  await askingUntil(async () => (await query(left)).length === 2);
  expect(await query(left)).toEqual([{ id: young.id }, { id: touched.id }]);
  for (const table of [
    sql`select 1 from cart_line where cart_id = ${shared.id}`,
    sql`select 1 from cart_member where cart_id = ${shared.id}`,
  ])
    expect(await query(table)).toEqual([]);
  expect(await bob.codeOf(CartDocument, { id: shared.id })).toBe('NOT_FOUND');
  expect((await cartOf(bob, here)).version).toBe(1);
});

test('idempotency keys are gone after their day, not before', async () => {
  const here = await place(app);
  await placedOrder(await guest(app, here), here);
  const ofHere = sql`select created_at from idempotency_key where stream = ${here.id}`;
  expect((await query(ofHere)).length).toBeGreaterThan(1);
  await query(sql`
    update idempotency_key set created_at = now() - interval '23 hours' where stream = ${here.id}`);
  await query(sql`
    update idempotency_key set created_at = now() - interval '25 hours' where ctid = (
      select ctid from idempotency_key where stream = ${here.id} limit 1)`);
  const young = sql`
    select 1 from idempotency_key where stream = ${here.id} and created_at > now() - interval '24 hours'`;
  const { length } = await query(young);
  await askingUntil(async () => (await query(ofHere)).length === length);
  expect((await query(young)).length).toBe(length);
});

test('sessions that ended or expired are gone a day later; others are not', async () => {
  const { email } = await person(app);
  const nobody = new As(app.url);
  const tokens: string[] = [];
  for (let time = 0; time < 3; time++) {
    const { signIn } = await nobody.ask(SignInDocument, { input: { email, password } });
    tokens.push(signIn.refreshToken);
  }
  const [ended, expired, alive] = tokens.map((token) => token.split('.')[0]!);
  await query(sql`update session set ended_at = now() - interval '25 hours' where id = ${ended}`);
  await query(sql`update session set expires_at = now() - interval '25 hours' where id = ${expired}`);
  const over = sql`select 1 from session where id = any(${[ended, expired]}::uuid[])`;
  await askingUntil(async () => (await query(over)).length === 0);
  expect(await query(sql`select 1 from session where id = ${alive}`)).toHaveLength(1);
  expect(await nobody.codeOf(RefreshSessionDocument, { refreshToken: tokens[2]! })).toBe('OK');
});

test('a registration that nobody verifies is gone after a week, its token after a day; what was erased stays an id', async () => {
  const nobody = new As(app.url);
  const emails = [`${unique('old')}@example.com`, `${unique('new')}@example.com`];
  for (const email of emails) await nobody.ask(RegisterDocument, { input: { email, name: 'Ann', password } });
  const gone = await person(app);
  await gone.ask(DeleteMeDocument, { password });
  await query(
    sql`update person set created_at = now() - interval '8 days' where id = ${gone.id} or email = ${emails[0]}`,
  );
  await query(sql`update person set created_at = now() - interval '6 days' where email = ${emails[1]}`);
  await query(sql`update account_token set expires_at = now()`);
  const left = () =>
    query<{ email: string }>(sql`select email from person where email = any(${emails}::text[])`);
  await askingUntil(
    async () => (await left()).length < 2 && (await query(sql`select 1 from account_token`)).length === 0,
  );
  expect(await left()).toEqual([{ email: emails[1] }]);
  expect(await query(sql`select 1 from person where id = ${gone.id}`)).toHaveLength(1);
});

test('invites are gone 30 days after they expired, and the addresses in them', async () => {
  const here = await place(app);
  const email = 'invited@example.com';
  const ids: string[] = [];
  for (const role of ['FLOOR', 'KITCHEN'] as const) {
    ids.push((await invited(app, here, { email, role })).id);
  }
  const [older, newer] = ids;
  await query(sql`update invite set expires_at = now() - interval '31 days' where id = ${older}`);
  await query(sql`update invite set expires_at = now() - interval '29 days' where id = ${newer}`);
  const left = () => query<{ id: string }>(sql`select id from invite where restaurant_id = ${here.id}`);
  await askingUntil(async () => (await left()).length < 2);
  expect(await left()).toEqual([{ id: newer }]);
});

test('orders that have been over for so many days keep what was ordered, and nobody it was for', async () => {
  const here = await place(app);
  const pia = await person(app);
  const [over, fresh, open] = [await noted(pia, here), await noted(pia, here), await noted(pia, here)];
  for (const id of [over, fresh])
    await pia.ask(MoveOrderDocument, { orderId: id, to: 'CANCELLED', reason: 'OTHER', expectedVersion: 1 });
  const age = (id: string, days: number) =>
    query(sql`
      update orders set updated_at = past.moment, ended_at = case when ended_at is not null then past.moment end
      from (select now() - make_interval(days => ${days}::int) as moment) past where id = ${id}`);
  await Promise.all([age(fresh, 89), age(open, 900), age(over, 91)]);
  const look = async (id: string) => {
    const { order } = await pia.ask(OrderDocument, { id });
    const { customerName, phone, note, total, lines } = order;
    return [customerName, phone, note, lines[0]!.note, total.amount];
  };
  await askingUntil(async () => (await look(over))[0] === null);
  expect(await look(over)).toEqual([null, null, null, null, 250]);
  for (const id of [fresh, open]) expect(await look(id)).toEqual(['Pia', '12345', 'Quick', 'ice', 250]);
});

async function noted(viewer: As, here: Place): Promise<string> {
  const cart = await add(viewer, await cartOf(viewer, here), { itemId: here.coke.id, note: 'ice' });
  const { placeOrder } = await viewer.ask(PlaceOrderDocument, {
    cartId: cart.id,
    cartVersion: cart.version,
    customerName: 'Pia',
    phone: '12345',
    note: 'Quick',
    idempotencyKey: key(),
  });
  return placeOrder.order.id;
}
