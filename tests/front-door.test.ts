import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type DocumentNode, print } from 'graphql';
import {
  AddToCartDocument,
  EditItemDocument,
  MeDocument,
  MenuDocument,
  OrderDocument,
  ParseOrderDocument,
  PlaceOrderDocument,
  StartVisitDocument,
} from '../schema/operations.ts';
import { rows } from '../src/database/rows.ts';
import { sql } from '../src/database/sql.ts';
import type { ErrorCode } from '../src/errors.ts';
import { codesOf, Wire } from './events/wire.ts';
import { startApp, type TestApp } from './support/app.ts';
import { As } from './support/as.ts';
import { cartOf, guest, itemOf, key, type Place, place } from './support/build.ts';

let app: TestApp;
let here: Place;
let elsewhere: Place;
let anna: As;
let cart: { id: string; version: number };
let secretId: string;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  elsewhere = await place(app);
  secretId = (await itemOf(here.owner, here.categoryId, 'Secret', 100)).id;
  await here.owner.ask(EditItemDocument, { id: secretId, input: { hidden: true } });
});

beforeEach(async () => {
  anna = await guest(app, here);
  cart = await cartOf(anna, here);
});

afterAll(() => app.close());

const adding = (line: object, more: object = {}): [DocumentNode, object] => [
  AddToCartDocument,
  {
    input: { cartId: cart.id, cartVersion: cart.version, lines: [{ itemId: here.coke.id, ...line }] },
    idempotencyKey: key(),
    ...more,
  },
];

const saying = (change: object): [DocumentNode, object] => [
  ParseOrderDocument,
  { restaurantSlug: here.slug, text: 'a coke', cartVersion: 0, idempotencyKey: key(), ...change },
];

const bad: readonly [string, ErrorCode, () => [DocumentNode, object]][] = [
  ['a text of 2,001 characters', 'BAD_USER_INPUT', () => saying({ text: 'x'.repeat(2001) })],
  ['a note of 201 characters', 'BAD_USER_INPUT', () => adding({ note: 'x'.repeat(201) })],
  ['a note with a character that no text has', 'BAD_USER_INPUT', () => adding({ note: 'no\u0000thing' })],
  ['a note that ends within a character', 'BAD_USER_INPUT', () => adding({ note: 'half \ud83c' })],
  ['a slug with a character that no text has', 'BAD_USER_INPUT', () => [MenuDocument, { slug: 'x\u0000y' }]],
  ['an item of elsewhere', 'NOT_FOUND', () => adding({ itemId: elsewhere.coke.id })],
  ['an id that nothing has', 'NOT_FOUND', () => [OrderDocument, { id: randomUUIDv7() }]],
  ['what is no id', 'BAD_USER_INPUT', () => [OrderDocument, { id: "1' or '1'='1" }]],
  ['a hidden item', 'NOT_FOUND', () => adding({ itemId: secretId })],
  ['a quantity of 0', 'BAD_USER_INPUT', () => adding({ quantity: 0 })],
  ['a quantity of -1', 'BAD_USER_INPUT', () => adding({ quantity: -1 })],
  ['a quantity of 100', 'BAD_USER_INPUT', () => adding({ quantity: 100 })],
  ['a quantity of 1e9', 'BAD_USER_INPUT', () => adding({ quantity: 1e9 })],
  ['a quantity beyond whole numbers', 'BAD_USER_INPUT', () => adding({ quantity: 1e300 })],
  ['an unknown slug', 'NOT_FOUND', () => [MenuDocument, { slug: 'no-such-place' }]],
  ['a slug of 100,000 characters', 'NOT_FOUND', () => [MenuDocument, { slug: 'x'.repeat(100_000) }]],
  ['a dead code', 'NOT_FOUND', () => [StartVisitDocument, { slug: here.slug, tableCode: 'deadcode2345' }]],
  ['no idempotency key', 'BAD_USER_INPUT', () => adding({}, { idempotencyKey: undefined })],
  [
    'an idempotency key of 101 characters',
    'BAD_USER_INPUT',
    () => adding({}, { idempotencyKey: 'x'.repeat(101) }),
  ],
  [
    'an idempotency key with a character that no text has',
    'BAD_USER_INPUT',
    () => adding({}, { idempotencyKey: '\u0000' }),
  ],
  [
    'an empty cart',
    'CART_EMPTY',
    () => [PlaceOrderDocument, { cartId: cart.id, cartVersion: 1, idempotencyKey: key() }],
  ],
];

/** All there is in the house, in numbers. */
const everything = (): Promise<object[]> =>
  rows(
    app.database.em(),
    sql`
    select (select count(*) from event) as events, (select count(*) from cart_line) as lines, (select count(*) from orders) as orders,
      (select count(*) from visit) as visits, (select count(*) from idempotency_key) as keys, (select sum(version) from cart) as versions`,
  );

test.each(bad)('%s is refused with %s over HTTP, and nothing is changed', async (_, code, request) => {
  const [document, variables] = request();
  const before = await everything();
  const { errors } = await anna.raw(print(document), variables);
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
  expect(await everything()).toEqual(before);
});

test.each(bad)('%s is refused with %s through a socket, and nothing is changed', async (_, code, request) => {
  const [document, variables] = request();
  const before = await everything();
  const wire = await Wire.open(anna);
  wire.subscribe('1', { query: print(document), variables });
  expect(codesOf(await wire.at('1', 0))).toEqual([code]);
  expect(await everything()).toEqual(before);
  await wire.hangUp();
});

test('a broken token is refused, whatever is asked', async () => {
  const broken = new As(app.url, { accessToken: 'broken' });
  expect(await broken.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  expect(await broken.codeOf(MenuDocument, { slug: here.slug })).toBe('UNAUTHENTICATED');
});
