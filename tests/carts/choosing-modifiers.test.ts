import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  AttachModifierGroupDocument,
  CreateModifierDocument,
  CreateModifierGroupDocument,
  SetModifierAvailableDocument,
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
async function dish(min: number, max: number, titles: readonly string[]) {
  const { owner, id: restaurantId, categoryId } = here;
  const item = await itemOf(owner, categoryId, 'Dish', 1000);
  const input = { title: 'Group', min, max };
  const made = await owner.ask(CreateModifierGroupDocument, { restaurantId, input, idempotencyKey: key() });
  const groupId = made.createModifierGroup.group.id;
  const ids = new Map<string, string>();
  for (const text of titles) {
    const title = text.replace('*', '');
    const modifier = { title, price: 100, isDefault: text.endsWith('*') };
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
  return { line, ids };
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
  expect(lines[0]!.problem).toEqual({ code: 'ITEM_UNAVAILABLE', message: 'Truffle is sold out.' });
});
