import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  ArchivedMenuEntriesDocument,
  ArchiveMenuEntryDocument,
  CreateCategoryDocument,
  CreateVariantDocument,
  EditItemDocument,
  type MenuNoun,
  ReorderMenuDocument,
  RestaurantDetailsDocument,
  RestoreMenuEntryDocument,
  UpdateRestaurantDocument,
} from '../../schema/operations.ts';
import { refusalOf } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { itemOf, key, type Place, place, staff, unique } from '../support/build.ts';
import { groupsOf, wholeMenu } from './menu-writing.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
});

afterAll(() => app.close());

const newCategory = async (): Promise<string> => {
  const variables = {
    restaurantId: here.id,
    input: { slug: unique('c'), title: 'C' },
    idempotencyKey: key(),
  };
  return (await here.owner.ask(CreateCategoryDocument, variables)).createCategory.category.id;
};

const categories = async () => (await wholeMenu(here)).categories;
const pizza = async () =>
  (await categories()).flatMap(({ items }) => items).find(({ id }) => id === here.pizza.id);

const reorder = (noun: MenuNoun, within: string, ids: string[]) =>
  here.owner.codeOf(ReorderMenuDocument, { input: { noun, within, ids } });
const archive = (noun: MenuNoun, id: string) => here.owner.codeOf(ArchiveMenuEntryDocument, { noun, id });
const restore = (noun: MenuNoun, id: string) => here.owner.codeOf(RestoreMenuEntryDocument, { noun, id });

describe('one mutation puts into order', () => {
  test('categories, and what it does not name follows as it was', async () => {
    const [second, third] = [await newCategory(), await newCategory()];
    expect(await reorder('CATEGORY', here.id, [third])).toBe('OK');
    expect((await categories()).map(({ id }) => id)).toEqual([third, here.categoryId, second]);
  });

  test('items of a category', async () => {
    const { id } = await itemOf(here.owner, here.categoryId, 'Soup', 500);
    expect(await reorder('ITEM', here.categoryId, [id, here.coke.id, here.pizza.id])).toBe('OK');
    const [food] = await categories();
    expect(food!.items.map((item) => item.id)).toEqual([id, here.coke.id, here.pizza.id]);
  });

  test('variants and modifier groups of an item', async () => {
    const { id, largeId, regularId } = here.pizza;
    expect(await reorder('VARIANT', id, [largeId, regularId])).toBe('OK');
    const before = (await pizza())!.modifierGroups.map((group) => group.id);
    expect(await reorder('MODIFIER_GROUP', id, before.toReversed())).toBe('OK');
    const { variants, modifierGroups } = (await pizza())!;
    expect(variants.map((one) => one.id)).toEqual([largeId, regularId]);
    expect(modifierGroups.map((one) => one.id)).toEqual(before.toReversed());
  });

  test('and nothing that is not in it, of another kind, or archived', async () => {
    const other = await newCategory();
    const { id: soup } = await itemOf(here.owner, other, 'Soup', 500);
    const { version } = await wholeMenu(here);
    for (const id of [soup, here.categoryId, randomUUIDv7()]) {
      expect(await reorder('ITEM', here.categoryId, [here.coke.id, id])).toBe('NOT_FOUND');
    }
    expect(await reorder('ITEM', here.categoryId, [])).toBe('BAD_USER_INPUT');
    expect(await reorder('ITEM', here.categoryId, [here.coke.id, here.coke.id])).toBe('BAD_USER_INPUT');
    expect((await wholeMenu(here)).version).toBe(version);
    await archive('ITEM', soup);
    expect(await reorder('ITEM', other, [soup])).toBe('NOT_FOUND');
  });
});

describe('what was archived', () => {
  test('is listed for managers, and comes back as it was with what went with it', async () => {
    const before = await categories();
    expect(await archive('CATEGORY', here.categoryId)).toBe('OK');
    expect(await categories()).toEqual([]);
    const { archivedMenuEntries } = await here.owner.ask(ArchivedMenuEntriesDocument, {
      restaurantId: here.id,
    });
    expect(archivedMenuEntries.map(({ noun, title }) => `${noun} ${title}`).sort()).toEqual([
      'CATEGORY Food',
      'ITEM Coke',
      'ITEM Margherita',
      'VARIANT Large',
      'VARIANT Regular',
    ]);
    expect(await restore('CATEGORY', here.categoryId)).toBe('OK');
    expect(await categories()).toEqual(before);
  });

  test('earlier than what it belongs to stays archived when that comes back', async () => {
    await archive('ITEM', here.coke.id);
    await archive('CATEGORY', here.categoryId);
    await restore('CATEGORY', here.categoryId);
    expect((await categories())[0]!.items.map(({ id }) => id)).toEqual([here.pizza.id]);
    expect(await restore('ITEM', here.coke.id)).toBe('OK');
    expect((await categories())[0]!.items).toHaveLength(2);
  });

  test('waits for what it belongs to', async () => {
    await archive('CATEGORY', here.categoryId);
    for (const [noun, id] of [
      ['ITEM', here.coke.id],
      ['VARIANT', here.pizza.largeId],
    ] as const) {
      expect(await restore(noun, id)).toBe('CHOICE_INVALID');
    }
  });

  test('as the default comes back as one among others', async () => {
    const { id: itemId, regularId, largeId } = here.pizza;
    await archive('VARIANT', largeId);
    await archive('VARIANT', regularId);
    const input = { label: 'Huge', price: 2000 };
    await here.owner.ask(CreateVariantDocument, { itemId, input, idempotencyKey: key() });
    expect(await restore('VARIANT', regularId)).toBe('OK');
    const { variants } = (await pizza())!;
    expect(variants.filter(({ isDefault }) => isDefault).map(({ label }) => label)).toEqual(['Huge']);
  });

  test('as a group comes back with its modifiers, on the items that offered it', async () => {
    const before = [await groupsOf(here), await pizza()];
    const { id } = (await groupsOf(here)).find(({ title }) => title === 'Extras')!;
    await archive('MODIFIER_GROUP', id);
    expect((await pizza())!.modifierGroups).toHaveLength(1);
    await restore('MODIFIER_GROUP', id);
    expect([await groupsOf(here), await pizza()]).toEqual(before);
  });

  test('is restored once, and again does nothing more', async () => {
    await archive('ITEM', here.coke.id);
    expect([await restore('ITEM', here.coke.id), await restore('ITEM', here.coke.id)]).toEqual(['OK', 'OK']);
    expect(await restore('ITEM', randomUUIDv7())).toBe('NOT_FOUND');
    const cook = await staff(app, here.id, 'KITCHEN');
    expect(await cook.codeOf(RestoreMenuEntryDocument, { noun: 'ITEM', id: here.coke.id })).toBe('FORBIDDEN');
  });

  test('does not come back while its rate of tax is gone', async () => {
    const reduced = { key: 'reduced', title: 'Reduced', perMillion: 40_000 };
    const rates = async (taxClasses: object[]) => {
      const { restaurant } = await here.owner.ask(RestaurantDetailsDocument, { slug: here.slug });
      const input = { taxClasses: taxClasses as [typeof reduced] };
      const expectedVersion = restaurant.version;
      return here.owner.codeOf(UpdateRestaurantDocument, { restaurantId: here.id, expectedVersion, input });
    };
    await rates([reduced]);
    await here.owner.ask(EditItemDocument, { id: here.coke.id, input: { taxClass: 'reduced' } });
    expect(await rates([])).toBe('BAD_USER_INPUT');
    for (const [noun, id] of [
      ['ITEM', here.coke.id],
      ['CATEGORY', here.categoryId],
    ] as const) {
      await archive(noun, id);
      expect(await rates([{ ...reduced, key: 'other' }])).toBe('OK');
      const { code, extensions } = await refusalOf(() =>
        here.owner.ask(RestoreMenuEntryDocument, { noun, id }),
      );
      const message = 'Coke is of the tax class reduced, which the restaurant has no rate for.';
      const fields = [{ path: `items.${here.coke.id}`, message }];
      expect([code, extensions]).toMatchObject(['CHOICE_INVALID', { problem: { fields } }]);
      expect(JSON.stringify(await categories())).not.toContain(here.coke.id);
      await rates([reduced]);
      expect(await restore(noun, id)).toBe('OK');
      expect(JSON.stringify(await categories())).toContain(here.coke.id);
    }
  });
});
