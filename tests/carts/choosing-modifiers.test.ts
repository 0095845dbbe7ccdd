import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  AttachModifierGroupDocument,
  CreateModifierDocument,
  CreateModifierGroupDocument,
  EditModifierGroupDocument,
  PlaceOrderDocument,
  SetModifierAvailableDocument,
  WholeMenuDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, itemOf, key, type Place, place } from '../support/build.ts';
import { add, look, told, tryToAdd } from './cart.ts';

let app: TestApp;
let here: Place;
let anna: As;
let cart: { id: string; version: number };

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

beforeEach(async () => {
  anna = await guest(app, here);
  cart = await cartOf(anna, here);
});

afterAll(() => app.close());

/** An item with one group; an asterisk marks what comes with the item. Answers with ids by title. */
async function dish(min: number, max: number, titles: readonly string[], maxPerLine = 1) {
  const { owner, id: restaurantId, categoryId } = here;
  const item = await itemOf(owner, categoryId, 'Dish', 1000);
  const input = { title: 'Group', min, max };
  const made = await owner.ask(CreateModifierGroupDocument, { restaurantId, input, idempotencyKey: key() });
  const groupId = made.createModifierGroup.group.id;
  const ids = new Map<string, string>();
  for (const text of titles) {
    const title = text.replace('*', '');
    const modifier = { title, price: 100, isDefault: text.endsWith('*'), maxPerLine };
    const variables = { groupId, input: modifier, idempotencyKey: key() };
    const { group } = (await owner.ask(CreateModifierDocument, variables)).createModifier;
    ids.set(title, group.modifiers.find((one) => one.title === title)!.id);
  }
  await owner.ask(AttachModifierGroupDocument, { itemId: item.id, groupId });
  const line = (withTitles: string[] = [], withoutTitles: string[] = []) => ({
    itemId: item.id,
    withIds: withTitles.map((title) => ids.get(title)!),
    withoutIds: withoutTitles.map((title) => ids.get(title)!),
  });
  return { line, ids, itemId: item.id, groupId };
}

test('a group wants at least its min and takes at most its max', async () => {
  const { line } = await dish(1, 2, ['Rice', 'Chips', 'Salad']);
  expect(await tryToAdd(anna, cart, line())).toBe('CHOICE_INVALID');
  expect(await tryToAdd(anna, cart, line(['Rice', 'Chips', 'Salad']))).toBe('CHOICE_INVALID');
  expect((await look(anna, cart)).version).toBe(cart.version);
  const filled = await add(anna, cart, line(['Rice']), line(['Rice', 'Salad']));
  expect(told(filled)).toEqual(['1 Dish +Rice', '1 Dish +Rice +Salad']);
  expect(filled.lines.map(({ unitPrice }) => unitPrice.amount)).toEqual([1100, 1200]);
});

test('what comes with the item counts, unless the line goes without it', async () => {
  const { line } = await dish(1, 2, ['Rice*', 'Chips', 'Salad']);
  expect(await tryToAdd(anna, cart, line([], ['Rice']))).toBe('CHOICE_INVALID');
  expect(await tryToAdd(anna, cart, line(['Chips', 'Salad']))).toBe('CHOICE_INVALID');
  const filled = await add(anna, cart, line(), line(['Chips', 'Salad'], ['Rice']));
  expect(told(filled)).toEqual(['1 Dish', '1 Dish +Chips +Salad -Rice']);
});

test('what comes with the item costs nothing more', async () => {
  const { line } = await dish(0, 2, ['Rice*', 'Chips']);
  expect((await add(anna, cart, line())).total.amount).toBe(1000);
});

test('in a choose-one group what is asked for takes the place of the default', async () => {
  const { line } = await dish(1, 1, ['Rare*', 'Well done', 'Raw']);
  const filled = await add(anna, cart, line(), line(['Well done']));
  expect(told(filled)).toEqual(['1 Dish', '1 Dish +Well done']);
  expect(await tryToAdd(anna, filled, line(['Well done', 'Raw']))).toBe('CHOICE_INVALID');
  expect(await tryToAdd(anna, filled, line([], ['Rare']))).toBe('CHOICE_INVALID');
});

test('a line goes without what the item comes with, and nothing else', async () => {
  const { line } = await dish(0, 3, ['Onion*', 'Garlic']);
  expect(told(await add(anna, cart, line([], ['Onion'])))).toEqual(['1 Dish -Onion']);
  const now = await look(anna, cart);
  expect(await tryToAdd(anna, now, line([], ['Garlic']))).toBe('CHOICE_INVALID');
  expect(await tryToAdd(anna, now, line(['Onion'], ['Onion']))).toBe('CHOICE_INVALID');
  expect(await tryToAdd(anna, now, line(['Garlic', 'Garlic']))).toBe('CHOICE_INVALID');
});

test('an ingredient that has run out shows as left out, also in carts filled before', async () => {
  const { line, ids } = await dish(0, 2, ['Onion*', 'Garlic*']);
  const before = await add(anna, cart, line());
  await here.owner.ask(SetModifierAvailableDocument, { modifierId: ids.get('Onion')!, available: false });
  const after = await look(anna, cart);
  expect([told(before), told(after)]).toEqual([['1 Dish'], ['1 Dish -Onion']]);
  expect(after.lines[0]!.problem).toBeNull();
});

test('a line whose modifier has run out since says so', async () => {
  const { line, ids } = await dish(0, 2, ['Truffle']);
  await add(anna, cart, line(['Truffle']));
  await here.owner.ask(SetModifierAvailableDocument, { modifierId: ids.get('Truffle')!, available: false });
  const { lines } = await look(anna, cart);
  expect(lines[0]!.problem).toMatchObject({ code: 'ITEM_UNAVAILABLE', message: 'Truffle is sold out.' });
});

test('a modifier that may be had more than once counts and costs as often as it is named', async () => {
  const { line } = await dish(0, 3, ['Cheese', 'Olives'], 2);
  expect(await tryToAdd(anna, cart, line(['Cheese', 'Cheese', 'Cheese']))).toBe('CHOICE_INVALID');
  expect(await tryToAdd(anna, cart, line(['Cheese', 'Cheese', 'Olives', 'Olives']))).toBe('CHOICE_INVALID');
  const filled = await add(anna, cart, line(['Cheese', 'Cheese', 'Olives']), line(['Cheese']));
  expect(filled.lines.map(({ unitPrice }) => unitPrice.amount)).toEqual([1300, 1100]);
  expect(filled.lines[0]!.modifiers.map(({ title, quantity }) => [title, quantity])).toEqual([
    ['Cheese', 2],
    ['Olives', 1],
  ]);
  const again = await add(anna, filled, line(['Olives', 'Cheese', 'Cheese']));
  expect(again.lines.map(({ quantity }) => quantity)).toEqual([2, 1]);
});

test('how often a modifier is wanted stays with the line, and stands in the order', async () => {
  const { line } = await dish(0, 3, ['Cheese'], 3);
  const { id, version } = await add(anna, cart, line(['Cheese', 'Cheese']));
  const placing = { cartId: id, cartVersion: version, idempotencyKey: key() };
  const { lines } = (await anna.ask(PlaceOrderDocument, placing)).placeOrder.order;
  expect(lines).toMatchObject([
    { unitPrice: { amount: 1200 }, modifiers: [{ title: 'Cheese', wanted: true, quantity: 2 }] },
  ]);
});

test('the first of what comes with the item is in its price, more of it costs', async () => {
  const { line } = await dish(0, 3, ['Onion*'], 2);
  const filled = await add(anna, cart, line(), line(['Onion', 'Onion']));
  expect(filled.lines.map(({ unitPrice }) => unitPrice.amount)).toEqual([1000, 1100]);
});

test('an item may want and allow more or fewer of a group than the group says', async () => {
  const { line, itemId, groupId } = await dish(0, 1, ['Rice', 'Chips', 'Salad']);
  const other = await itemOf(here.owner, here.categoryId, 'Other', 500);
  const attach = (range: { min?: number; max?: number }) =>
    here.owner.codeOf(AttachModifierGroupDocument, { itemId, groupId, ...range });
  await here.owner.ask(AttachModifierGroupDocument, { itemId: other.id, groupId });
  expect(await attach({ min: 2 })).toBe('CHOICE_INVALID');
  expect(await attach({ min: 2, max: 51 })).toBe('BAD_USER_INPUT');
  expect(await attach({ min: 1, max: 2 })).toBe('OK');
  expect(await tryToAdd(anna, cart, line())).toBe('CHOICE_INVALID');
  expect(told(await add(anna, cart, line(['Rice', 'Chips'])))).toEqual(['1 Dish +Rice +Chips']);
  const ranges = async () => {
    const { wholeMenu } = await here.owner.ask(WholeMenuDocument, { restaurantId: here.id });
    const items = wholeMenu.categories.flatMap((category) => category.items);
    return [itemId, other.id].map((id) => {
      const [group] = items.find((item) => item.id === id)!.modifierGroups;
      return [group!.min, group!.max];
    });
  };
  expect(await ranges()).toEqual([
    [1, 2],
    [0, 1],
  ]);
  const edit = (input: { min?: number; max?: number }) =>
    here.owner.codeOf(EditModifierGroupDocument, { id: groupId, input });
  await attach({ min: 1 });
  expect(await edit({ min: 0, max: 3 })).toBe('OK');
  await attach({ max: 1 });
  expect(await edit({ min: 2 })).toBe('CHOICE_INVALID');
  await attach({});
  expect(await edit({ min: 2 })).toBe('OK');
});
