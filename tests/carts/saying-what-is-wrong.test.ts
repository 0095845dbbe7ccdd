import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ArchiveMenuEntryDocument,
  CartDocument,
  EditItemDocument,
  EditModifierDocument,
  EditModifierGroupDocument,
  EditVariantDocument,
  OrderAgainDocument,
  PlaceOrderDocument,
  SetItemAvailableDocument,
  SetModifierAvailableDocument,
  SetVariantAvailableDocument,
  SetVariantStockDocument,
} from '../../schema/operations.ts';
import { weekdays } from '../../src/restaurants/opening-hours.ts';
import { groupsOf } from '../menus/menu-writing.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, key, type Place, place } from '../support/build.ts';
import { add, type Cart } from './cart.ts';

let app: TestApp;
let here: Place;
let anna: As;
let cart: Cart;
let extrasId: string;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

/** In the cart are two large pizzas with cheese twice. */
beforeEach(async () => {
  here = await place(app);
  const { pizza, owner } = here;
  await owner.ask(EditModifierDocument, { id: pizza.cheeseId, input: { maxPerLine: 3 } });
  const groups = await groupsOf(here);
  extrasId = groups.find(({ modifiers }) => modifiers.some(({ id }) => id === pizza.cheeseId))!.id;
  anna = await guest(app, here);
  const withIds = [pizza.cheeseId, pizza.cheeseId];
  const line = { itemId: pizza.id, variantId: pizza.largeId, withIds, quantity: 2 };
  cart = await add(anna, await cartOf(anna, here), line);
});

const notToday = () => weekdays[(weekdays.indexOf(today()) + 3) % 7]!;
const today = () => weekdays[(new Date().getUTCDay() + 6) % 7]!;

type Subject = 'item' | 'variant' | 'group' | 'modifier';

test.each<[string, Subject, number | null, () => Promise<unknown>]>([
  ['GONE', 'item', null, () => editItem({ hidden: true })],
  ['OUTSIDE_WINDOW', 'item', null, () => editItem({ windows: [{ day: notToday(), spans: [lunch] }] })],
  ['SOLD_OUT', 'item', null, () => ask(SetItemAvailableDocument, { itemId: pizza().id, ...off })],
  ['SOLD_OUT', 'variant', null, () => ask(SetVariantAvailableDocument, { ...large(), ...off })],
  ['SOLD_OUT', 'modifier', null, () => ask(SetModifierAvailableDocument, { ...cheese(), ...off })],
  ['NOT_ENOUGH', 'variant', 1, () => ask(SetVariantStockDocument, { input: { ...large(), remaining: 1 } })],
  ['VARIANT_GONE', 'variant', null, () => archive('VARIANT', pizza().largeId)],
  ['MODIFIER_GONE', 'modifier', null, () => archive('MODIFIER', pizza().cheeseId)],
  ['TOO_FEW', 'group', 3, () => editExtras({ min: 3 })],
  ['TOO_MANY', 'group', 1, () => editExtras({ max: 1 })],
  ['TOO_MANY', 'modifier', 1, () => editCheese({ maxPerLine: 1 })],
  ['PRICE_CHANGED', 'item', null, () => editLarge({ price: 1600 })],
])('a line says %s of its %s', async (reason, subject, count, change) => {
  expect(cart.lines[0]!.problems).toEqual([]);
  await change();
  const { cart: now } = await anna.ask(CartDocument, { id: cart.id });
  expect(now.lines[0]!.problems).toMatchObject([{ reason, subjectId: idOf(subject), count }]);
});

test('what is left out of the same again says it too', async () => {
  const placing = { cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() };
  const { id: orderId } = (await anna.ask(PlaceOrderDocument, placing)).placeOrder.order;
  await archive('VARIANT', here.pizza.largeId);
  const again = { orderId, cartId: cart.id, idempotencyKey: key() };
  const { skipped } = (await anna.ask(OrderAgainDocument, again)).orderAgain;
  expect(skipped).toMatchObject([{ reason: 'VARIANT_GONE', subjectId: here.pizza.largeId }]);
});

const lunch = { from: '12:00', to: '13:00' };
const off = { available: false };
const pizza = () => here.pizza;
const large = () => ({ variantId: here.pizza.largeId });
const cheese = () => ({ modifierId: here.pizza.cheeseId });
const ask: As['ask'] = (document, ...variables) => here.owner.ask(document, ...variables);

const idOf = (subject: Subject): string =>
  ({ item: pizza().id, variant: pizza().largeId, group: extrasId, modifier: pizza().cheeseId })[subject];

const editItem = (input: object) => ask(EditItemDocument, { id: pizza().id, input });
const editExtras = (input: object) => ask(EditModifierGroupDocument, { id: extrasId, input });
const editCheese = (input: object) => ask(EditModifierDocument, { id: pizza().cheeseId, input });
const editLarge = (input: object) => ask(EditVariantDocument, { id: pizza().largeId, input });
const archive = (noun: 'VARIANT' | 'MODIFIER', id: string) => ask(ArchiveMenuEntryDocument, { noun, id });
