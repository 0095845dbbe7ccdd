import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  ArchiveMenuEntryDocument,
  type CartLineInput,
  EditCategoryDocument,
  EditItemDocument,
  EditModifierGroupDocument,
  MenuDocument,
  PlaceOrderDocument,
  SetItemAvailableDocument,
  SetItemStockDocument,
  SetModifierAvailableDocument,
  SetModifierStockDocument,
  SetVariantAvailableDocument,
  SetVariantStockDocument,
  StockDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { add } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { cartOf, guest, key, type Place, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { wholeMenu } from './menu-writing.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
});

afterAll(() => app.close());

/** What guests see, as soon as it is as new as what staff see. */
async function guestsMenu() {
  const { version } = await wholeMenu(here);
  for (;;) {
    const { menu } = await new As(app.url).ask(MenuDocument, { slug: here.slug });
    if (menu.version >= version) return menu;
  }
}

const itemFor = async (who: 'guests' | 'staff', itemId: string) => {
  const { categories } = who === 'guests' ? await guestsMenu() : await wholeMenu(here);
  return categories.flatMap(({ items }) => items).find(({ id }) => id === itemId);
};

const versionNow = async (): Promise<number> => (await wholeMenu(here)).version;

const setStock = async (remaining: number | null) => {
  const input = { itemId: here.coke.id, remaining };
  return (await here.owner.ask(SetItemStockDocument, { input })).setItemStock.available;
};

test('a hidden item is for staff only', async () => {
  await here.owner.ask(EditItemDocument, { id: here.coke.id, input: { hidden: true } });
  expect(await itemFor('guests', here.coke.id)).toBeUndefined();
  expect(await itemFor('staff', here.coke.id)).toMatchObject({ hidden: true });
});

test('a hidden category is for staff only, with all its items', async () => {
  await here.owner.ask(EditCategoryDocument, { id: here.categoryId, input: { hidden: true } });
  expect((await guestsMenu()).categories).toEqual([]);
  expect((await wholeMenu(here)).categories[0]!.items).toHaveLength(2);
});

test('a category whose items are all hidden is not shown to guests', async () => {
  for (const { id } of [here.coke, here.pizza])
    await here.owner.ask(EditItemDocument, { id, input: { hidden: true } });
  expect((await guestsMenu()).categories).toEqual([]);
});

test('an 86ed item stays on the menu, not available, until it is back; each raises the version', async () => {
  const itemId = here.coke.id;
  const before = await versionNow();
  await here.owner.ask(SetItemAvailableDocument, { itemId, available: false });
  expect(await itemFor('guests', itemId)).toMatchObject({ available: false });
  await here.owner.ask(SetItemAvailableDocument, { itemId, available: true });
  expect(await itemFor('guests', itemId)).toMatchObject({ available: true });
  expect(await versionNow()).toBe(before + 2);
});

test('so does an 86ed modifier', async () => {
  const modifierId = here.pizza.cheeseId;
  const cheese = async () =>
    (await itemFor('guests', here.pizza.id))!.modifierGroups
      .flatMap(({ modifiers }) => modifiers)
      .find(({ id }) => id === modifierId);
  const before = await versionNow();
  await here.owner.ask(SetModifierAvailableDocument, { modifierId, available: false });
  expect(await cheese()).toMatchObject({ available: false });
  await here.owner.ask(SetModifierAvailableDocument, { modifierId, available: true });
  expect(await cheese()).toMatchObject({ available: true });
  expect(await versionNow()).toBe(before + 2);
});

test('setting the stock raises the version only when the item runs out or is back', async () => {
  const versions = [await versionNow()];
  for (const [remaining, available] of [
    [5, true],
    [4, true],
    [0, false],
    [0, false],
    [7, true],
    [null, true],
  ] as const) {
    expect(await setStock(remaining)).toBe(available);
    expect(await itemFor('guests', here.coke.id)).toMatchObject({ available });
    versions.push(await versionNow());
  }
  const [start] = versions;
  expect(versions.map((version) => version - start!)).toEqual([0, 0, 0, 1, 1, 2, 2]);
});

test('an item that is 86ed is not back because there is stock', async () => {
  await here.owner.ask(SetItemAvailableDocument, { itemId: here.coke.id, available: false });
  expect(await setStock(0)).toBe(false);
  expect(await setStock(9)).toBe(false);
});

test('counting down by orders does not raise the version; running out does', async () => {
  await setStock(2);
  const anna = await guest(app, here);
  const before = await versionNow();
  await placedOrder(anna, here);
  expect([await versionNow(), (await itemFor('guests', here.coke.id))!.available]).toEqual([before, true]);
  await placedOrder(anna, here);
  expect([await versionNow(), (await itemFor('guests', here.coke.id))!.available]).toEqual([
    before + 1,
    false,
  ]);
});

test('whoever cooks or serves reads how many are left and what is off, and nobody else does', async () => {
  const { id: itemId, largeId, basilId } = here.pizza;
  await setStock(3);
  await here.owner.ask(SetVariantStockDocument, { input: { variantId: largeId, remaining: 1 } });
  await here.owner.ask(SetModifierAvailableDocument, { modifierId: basilId, available: false });
  await placedOrder(await guest(app, here), here);
  const kim = await staff(app, here.id, 'KITCHEN');
  const { stock } = await kim.ask(StockDocument, { restaurantId: here.id });
  expect(stock).toEqual([
    { noun: 'MODIFIER', id: basilId, title: 'Basil', remaining: null, eightySixed: true, backAt: null },
    { noun: 'ITEM', id: here.coke.id, title: 'Coke', remaining: 2, eightySixed: false, backAt: null },
    {
      noun: 'VARIANT',
      id: largeId,
      title: 'Margherita (Large)',
      remaining: 1,
      eightySixed: false,
      backAt: null,
    },
  ]);
  await here.owner.ask(ArchiveMenuEntryDocument, { noun: 'ITEM', id: itemId });
  expect((await kim.ask(StockDocument, { restaurantId: here.id })).stock.map(({ title }) => title)).toEqual([
    'Basil',
    'Coke',
  ]);
});

test('a cart says of which lines there are not as many, before they are ordered', async () => {
  await setStock(3);
  const anna = await guest(app, here);
  const coke = (quantity: number, note?: string) => ({ itemId: here.coke.id, quantity, note });
  const three = await add(anna, await cartOf(anna, here), coke(3));
  expect(three.lines[0]!.problems).toEqual([]);
  const four = await add(anna, three, coke(1, 'no ice'), { itemId: here.pizza.id, quantity: 1 });
  const said = { code: 'ITEM_UNAVAILABLE', message: 'Only 3 left.', availableAt: null };
  const short = { ...said, reason: 'NOT_ENOUGH', subjectId: here.coke.id, count: 3 };
  expect(four.lines.map(({ problems }) => problems)).toEqual([[short], [short], []]);
  const placing = { cartId: four.id, cartVersion: four.version, idempotencyKey: key() };
  expect(await anna.codeOf(PlaceOrderDocument, placing)).toBe('ITEM_UNAVAILABLE');
  await setStock(4);
  expect(await anna.codeOf(PlaceOrderDocument, placing)).toBe('OK');
});

test('counting an item that is 86ed by hand does not put it back', async () => {
  const itemId = here.coke.id;
  await here.owner.ask(SetItemAvailableDocument, { itemId, available: false });
  const before = await versionNow();
  for (const remaining of [0, 5, null]) expect(await setStock(remaining)).toBe(false);
  expect(await versionNow()).toBe(before);
});

test('putting back what has no stock left tells nobody that it is back', async () => {
  const itemId = here.coke.id;
  await setStock(0);
  const before = await versionNow();
  for (const available of [false, true, true]) {
    await here.owner.ask(SetItemAvailableDocument, { itemId, available });
    expect(await itemFor('guests', itemId)).toMatchObject({ available: false });
  }
  expect(await versionNow()).toBe(before);
  expect(await setStock(3)).toBe(true);
  expect(await versionNow()).toBe(before + 1);
});

describe('variants and modifiers', () => {
  const large = () => ({ itemId: here.pizza.id, variantId: here.pizza.largeId });
  const setLarge = (remaining: number | null) =>
    here.owner.ask(SetVariantStockDocument, { input: { variantId: here.pizza.largeId, remaining } });
  const setModifier = (modifierId: string, remaining: number | null) =>
    here.owner.ask(SetModifierStockDocument, { input: { modifierId, remaining } });

  /** Whether each can be had, as guests see it, and the codes of an order of these lines. */
  const shown = async () => {
    const { available, variants, modifierGroups } = (await itemFor('guests', here.pizza.id))!;
    const modifiers = modifierGroups.flatMap((group) => group.modifiers);
    const found = Object.fromEntries(
      [...variants, ...modifiers].map((one) => ['label' in one ? one.label : one.title, one.available]),
    );
    return { available, ...found };
  };

  async function order(...lines: CartLineInput[]): Promise<ErrorCode | 'OK'> {
    const anna = await guest(app, here);
    const { id, version } = await add(anna, await cartOf(anna, here), ...lines);
    return anna.codeOf(PlaceOrderDocument, { cartId: id, cartVersion: version, idempotencyKey: key() });
  }

  test('are counted down by orders, each by itself, and are off at zero', async () => {
    await setLarge(3);
    await setModifier(here.pizza.cheeseId, 2);
    const cheese = { withIds: [here.pizza.cheeseId] };
    expect(await order({ ...large(), ...cheese, quantity: 2 })).toBe('OK');
    expect(await shown()).toMatchObject({ available: true, Large: true, 'Extra cheese': false });
    expect(await order({ ...large(), quantity: 2 })).toBe('ITEM_UNAVAILABLE');
    expect(await order({ ...large(), quantity: 1 })).toBe('OK');
    expect(await shown()).toMatchObject({ available: true, Large: false, Regular: true });
    await setLarge(1);
    await setModifier(here.pizza.cheeseId, null);
    expect(await shown()).toMatchObject({ Large: true, 'Extra cheese': true });
  });

  test('that come with the item are taken too, and are left out when there are none', async () => {
    await setModifier(here.pizza.basilId, 2);
    const plain = { itemId: here.pizza.id };
    expect(await order({ ...plain, quantity: 3 })).toBe('ITEM_UNAVAILABLE');
    expect(await order({ ...plain, withoutIds: [here.pizza.basilId], quantity: 3 })).toBe('OK');
    expect(await order({ ...plain, quantity: 2 })).toBe('OK');
    expect(await shown()).toMatchObject({ Basil: false });
    expect(await order({ ...plain, quantity: 1 })).toBe('OK');
  });

  test('are refused, and raise the version only when they run out or are back', async () => {
    const versions = [await versionNow()];
    for (const remaining of [5, 0, 0, 4, null]) {
      await setLarge(remaining);
      versions.push(await versionNow());
    }
    expect(versions.map((version) => version - versions[0]!)).toEqual([0, 0, 1, 1, 2, 2]);
    for (const remaining of [-1, 100_001]) {
      const input = { variantId: here.pizza.largeId, remaining };
      expect(await here.owner.codeOf(SetVariantStockDocument, { input })).toBe('BAD_USER_INPUT');
    }
  });

  test('an item whose variants are all off is off itself', async () => {
    for (const variantId of [here.pizza.largeId, here.pizza.regularId])
      await here.owner.ask(SetVariantAvailableDocument, { variantId, available: false });
    expect(await shown()).toMatchObject({ available: false });
    const cook = await staff(app, here.id, 'KITCHEN');
    await cook.ask(SetVariantAvailableDocument, { variantId: here.pizza.largeId, available: true });
    expect(await shown()).toMatchObject({ available: true, Large: true, Regular: false });
  });

  test('an item is off as long as a group wants more than is left of it', async () => {
    const { owner, pizza } = here;
    const groups = (await itemFor('guests', pizza.id))!.modifierGroups;
    const { id } = groups.find(({ modifiers }) => modifiers.some((one) => one.id === pizza.cheeseId))!;
    await owner.ask(EditModifierGroupDocument, { id, input: { min: 1 } });
    expect(await shown()).toMatchObject({ available: true });
    const cheese = { itemId: pizza.id, withIds: [pizza.cheeseId] };
    const anna = await guest(app, here);
    const cart = await add(anna, await cartOf(anna, here), cheese);
    await setModifier(pizza.cheeseId, 0);
    expect(await shown()).toMatchObject({ available: false, 'Extra cheese': false });
    const bare = { cartId: cart.id, cartVersion: cart.version, lines: [{ itemId: pizza.id }] };
    expect(await anna.codeOf(AddToCartDocument, { input: bare, idempotencyKey: key() })).toBe(
      'ITEM_UNAVAILABLE',
    );
    await setModifier(pizza.cheeseId, 1);
    expect(await shown()).toMatchObject({ available: true });
    expect(await order(cheese)).toBe('OK');
    expect(await shown()).toMatchObject({ available: false });
  });
});

test('what was 86ed until a moment is told to be back when it comes, and raises the version', async () => {
  const before = await versionNow();
  const until = new Date(Date.now() + 1_500).toISOString();
  const itemId = here.coke.id;
  await here.owner.ask(SetItemAvailableDocument, { itemId, available: false, until });
  expect(await versionNow()).toBe(before + 1);
  while ((await versionNow()) < before + 2);
  expect(await itemFor('guests', itemId)).toMatchObject({ available: true });
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(until));
  const em = app.database.em();
  const told = await rows<{ kind: string }>(
    em,
    sql`select kind from event where subject = ${itemId} order by number`,
  );
  expect(told.slice(-4).map(({ kind }) => kind)).toEqual([
    'stock.held',
    'menu.item-86ed',
    'stock.released',
    'menu.item-back',
  ]);
});

test('one that was put back before, or 86ed anew, is left to that', async () => {
  const itemId = here.coke.id;
  const em = app.database.em();
  const jobs = () =>
    rows(em, sql`select 1 from job where kind = 'menu-back' and payload ->> 'id' = ${itemId}`);
  const until = new Date(Date.now() + 1_000).toISOString();
  await here.owner.ask(SetItemAvailableDocument, { itemId, available: false, until });
  await here.owner.ask(SetItemAvailableDocument, { itemId, available: false });
  const version = await versionNow();
  while ((await jobs()).length > 0) await versionNow();
  expect([await versionNow(), (await itemFor('staff', itemId))!.available]).toEqual([version, false]);
});
