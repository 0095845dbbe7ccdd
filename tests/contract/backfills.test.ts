import { afterEach, expect, test } from '@jest/globals';
import { rows } from '../../src/database/rows.ts';
import { type Sql, sql } from '../../src/database/sql.ts';
import { databaseBefore, type OlderDatabase } from '../support/older-database.ts';

/** What migrations make of the rows that they find, written as releases of before wrote them. */

let database: OlderDatabase;

afterEach(() => database.close());

const query = <Row>(statement: Sql): Promise<Row[]> => rows<Row>(database.em(), statement);

/** A short name for an id. */
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const [here, there] = [id(1), id(2)];
const [mona, carl, anna] = [id(11), id(12), id(13)];
const [table, window, elsewhere] = [id(21), id(22), id(23)];

/** Two restaurants with tables and a coke each, and three people. */
async function places(): Promise<void> {
  await query(sql`
    insert into restaurant (id, slug, title, currency, time_zone, locale, created_at)
    select r::uuid, r, 'A place', 'EUR', 'Europe/Madrid', 'en-GB', now() from unnest(${[here, there]}::text[]) r`);
  await query(sql`
    insert into person (id, email, email_key, name, password_hash, created_at, admin)
    select p::uuid, p, p, 'Somebody', '', now(), false from unnest(${[mona, carl, anna]}::text[]) p`);
  await query(sql`
    insert into restaurant_table (id, restaurant_id, name, code, created_at)
    values (${table}, ${here}, 'Table 1', 'a', now()), (${window}, ${here}, 'Table 2', 'b', now()),
      (${elsewhere}, ${there}, 'Table 1', 'c', now())`);
  await query(sql`
    insert into menu_category (id, restaurant_id, slug, title, position, hidden)
    select id, id, 'food', 'Food', 1, false from restaurant`);
  await query(sql`
    insert into menu_item (id, restaurant_id, category_id, title, price, featured, hidden, sold_out, position, tags, allergens)
    select id, id, id, 'Coke', 250, false, false, false, 1, '{}', '{}' from restaurant`);
}

test('0018: what waiters were filling for one table is in one cart, each line with who added it', async () => {
  database = await databaseBefore('0018-carts');
  await places();
  const cart = (n: number, restaurant: string, owner: string, person: string, at: string | null) =>
    query(sql`
      with cart as (
        insert into cart (id, restaurant_id, owner_key, person_id, table_id, version, created_at, updated_at)
        values (${id(n)}, ${restaurant}, ${owner}, ${person}, ${at}, 7, now(), now())
      )
      insert into cart_line (id, restaurant_id, cart_id, item_id, quantity, choice_key)
      values (${id(n + 100)}, ${restaurant}, ${id(n)}, ${restaurant}, ${n}, 'a coke')`);
  await cart(31, here, `staff:${mona}:${table}`, mona, table);
  await cart(32, here, `staff:${carl}:${table}`, carl, table);
  await cart(33, here, `staff:${mona}:${window}`, mona, window);
  await cart(34, here, `staff:${mona}:pickup`, mona, null);
  await cart(35, here, `person:${anna}`, anna, table);
  await cart(36, there, `staff:${mona}:${elsewhere}`, mona, elsewhere);
  await database.migrate();
  const lines = await query<Record<string, unknown>>(sql`
    select l.quantity, c.id as cart, c.owner_key as owner, c.person_id as person, c.version, m.person_id as "addedBy", l.unit_price as price
    from cart_line l join cart c on c.id = l.cart_id and c.restaurant_id = l.restaurant_id
    left join cart_member m on m.restaurant_id = c.restaurant_id and m.cart_id = c.id and m.number = l.added_by
    order by l.quantity`);
  const shared = { person: null, version: 8, price: null };
  const own = { version: 7, addedBy: null, price: null };
  expect(lines).toEqual([
    { quantity: 31, cart: id(31), owner: `staff:table:${table}`, addedBy: mona, ...shared },
    { quantity: 32, cart: id(31), owner: `staff:table:${table}`, addedBy: carl, ...shared },
    { quantity: 33, cart: id(33), owner: `staff:table:${window}`, addedBy: mona, ...shared },
    { quantity: 34, cart: id(34), owner: `staff:${mona}:pickup`, person: mona, ...own },
    { quantity: 35, cart: id(35), owner: `person:${anna}`, person: anna, ...own },
    { quantity: 36, cart: id(36), owner: `staff:table:${elsewhere}`, addedBy: mona, ...shared },
  ]);
  expect(await query(sql`select id from cart order by id`)).toEqual(
    [31, 33, 34, 35, 36].map((n) => ({ id: id(n) })),
  );
  const members = await query(
    sql`select cart_id as cart, number, person_id as person from cart_member order by 1, 2`,
  );
  expect(members).toEqual([
    { cart: id(31), number: 1, person: mona },
    { cart: id(31), number: 2, person: carl },
    { cart: id(33), number: 1, person: mona },
    { cart: id(36), number: 1, person: mona },
  ]);
});

const order = (n: number, restaurant: string, status: string, tax: { perMillion: number; tax: number }) =>
  query(sql`
    with placed as (
      insert into orders (id, restaurant_id, number, business_day, status, version, fulfilment, currency, locale, subtotal, tax,
        tax_per_million, tax_included, total, placed_at, updated_at)
      values (${id(n)}, ${restaurant}, ${n}, '2026-01-01', ${status}, 1, 'PICKUP', 'EUR', 'en-GB', 500, ${tax.tax},
        ${tax.perMillion}, true, 500, '2026-01-01T12:00:00Z', '2026-01-01T13:00:00Z')
    )
    insert into order_line (id, restaurant_id, order_id, position, item_id, title, quantity, unit_price, modifiers)
    values (${id(n + 100)}, ${restaurant}, ${id(n)}, 1, ${restaurant}, 'Coke', 2, 250, '[]')`);

test('0020: orders say their one rate of tax as bills with several do, and each line its own', async () => {
  database = await databaseBefore('0020-bill');
  await places();
  await order(41, here, 'COMPLETED', { perMillion: 100_000, tax: 45 });
  await order(42, there, 'PLACED', { perMillion: 0, tax: 0 });
  await database.migrate();
  const bills = await query(sql`
    select o.number, o.taxes, o.discounts, o.service, o.tip, o.discount, l.tax_per_million as line, l.voided, l.voids, l.round
    from orders o join order_line l on l.order_id = o.id and l.restaurant_id = o.restaurant_id order by o.number`);
  const rest = { discounts: 0, service: 0, tip: 0, discount: null, voided: 0, voids: [], round: 1 };
  expect(bills).toEqual([
    { number: 41, taxes: [{ perMillion: 100_000, base: 500, tax: 45 }], line: 100_000, ...rest },
    { number: 42, taxes: [{ perMillion: 0, base: 500, tax: 0 }], line: 0, ...rest },
  ]);
});

test('0029: people have a key of their name, without accents, also when a release of before renames them', async () => {
  database = await databaseBefore('0029-lists');
  await places();
  await query(sql`update person set name = 'Zoë Ångström' where id = ${mona}`);
  await query(sql`update person set name = '', erased_at = now() where id = ${carl}`);
  await database.migrate();
  const keys = () => query(sql`select name_key as key from person order by id`);
  expect(await keys()).toEqual([{ key: 'zoe angstrom' }, { key: '' }, { key: 'somebody' }]);
  await query(sql`update person set name = 'Ána' where id = ${anna}`);
  expect(await keys()).toEqual([{ key: 'zoe angstrom' }, { key: '' }, { key: 'ana' }]);
  const again = sql`
    insert into person (id, email, email_key, name, password_hash, created_at, admin)
    values (${id(14)}, ${anna}, ${anna}, 'Ána again', '', now(), false)`;
  await expect(query(again)).rejects.toThrow(/person_email_key/);
});

test('0032: every order has a code of its own, and what is over says since when', async () => {
  database = await databaseBefore('0032-over');
  await places();
  const none = { perMillion: 0, tax: 0 };
  for (const n of Array(40).keys()) await order(200 + n, here, 'PLACED', none);
  for (const [n, status] of ['COMPLETED', 'REJECTED', 'CANCELLED', 'RETURNED'].entries())
    await order(41 + n, there, status, none);
  await query(sql`update orders set tracking_code = 'the one it has' where id = ${id(44)}`);
  await database.migrate();
  const codes = await query<{ code: string }>(
    sql`select tracking_code as code from orders where id <> ${id(44)}`,
  );
  expect(new Set(codes.map(({ code }) => code)).size).toBe(43);
  for (const { code } of codes) {
    expect(code).toMatch(/^[\w-]{22}$/);
    expect(Buffer.from(code, 'base64url')).toHaveLength(16);
  }
  const over = await query(sql`
    select number, ended_at = updated_at as ended from orders where restaurant_id = ${there} order by number`);
  expect(over).toEqual([
    ...[41, 42, 43].map((number) => ({ number, ended: true })),
    { number: 44, ended: null },
  ]);
  expect(await query(sql`select tracking_code as code from orders where id = ${id(44)}`)).toEqual([
    { code: 'the one it has' },
  ]);
});

test('0032: what was erased of orders before is erased again where reasons were left', async () => {
  database = await databaseBefore('0032-over');
  await places();
  for (const n of [41, 42, 43, 44]) await order(n, here, 'COMPLETED', { perMillion: 0, tax: 0 });
  await query(sql`update orders set personal_erased_at = now()`);
  await query(sql`update orders set discount = '{"amount": 1, "reason": "Anna"}' where id = ${id(42)}`);
  await query(
    sql`update order_line set discount = '{"amount": 1, "reason": "Anna"}' where order_id = ${id(43)}`,
  );
  await query(
    sql`update order_line set voided = 1, voids = '[{"quantity": 1, "reason": "Anna"}]' where order_id = ${id(44)}`,
  );
  await database.migrate();
  expect(
    await query(sql`select number from orders where personal_erased_at is not null order by number`),
  ).toEqual([{ number: 41 }]);
});

test('0038: an item is found by the aliases that it had before', async () => {
  database = await databaseBefore('0038-alias-words');
  await places();
  await query(sql`update menu_item set aliases = '{"Fizzy Pop"}' where id = ${here}`);
  await database.migrate();
  const words = await query<{ word: string }>(
    sql`select word from menu_word where item_id = ${here} order by word collate "C"`,
  );
  expect(words.map(({ word }) => word)).toEqual(['coke', 'fizzy', 'pop']);
});
