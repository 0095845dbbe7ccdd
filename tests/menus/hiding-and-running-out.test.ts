import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  EditCategoryDocument,
  EditItemDocument,
  MenuDocument,
  SetItemAvailableDocument,
  SetItemStockDocument,
  SetModifierAvailableDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, type Place, place } from '../support/build.ts';
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
