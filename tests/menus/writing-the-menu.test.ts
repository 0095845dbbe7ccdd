import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ArchiveMenuEntryDocument,
  AttachModifierGroupDocument,
  CreateCategoryDocument,
  CreateItemDocument,
  type CreateItemInput,
  CreateModifierDocument,
  CreateModifierGroupDocument,
  CreateVariantDocument,
  DetachModifierGroupDocument,
  EditCategoryDocument,
  EditItemDocument,
  EditModifierDocument,
  EditModifierGroupDocument,
  EditVariantDocument,
  UpdateRestaurantDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { itemOf, key, type Place, place } from '../support/build.ts';
import { groupsOf, type Target, targetIn, wholeMenu } from './menu-writing.ts';

let app: TestApp;
let here: Place;
let target: Target;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
  target = await targetIn(here);
});

afterAll(() => app.close());

const itemNow = async (id: string) =>
  (await wholeMenu(here)).categories.flatMap(({ items }) => items).find((item) => item.id === id);

async function newCategory(slug: string): Promise<string> {
  const input = { slug, title: slug.toUpperCase() };
  const variables = { restaurantId: here.id, input, idempotencyKey: key() };
  return (await here.owner.ask(CreateCategoryDocument, variables)).createCategory.category.id;
}

const slugs = async (): Promise<string[]> => (await wholeMenu(here)).categories.map(({ slug }) => slug);

test('a category has a slug, a title, a description, and may be hidden', async () => {
  const input = { slug: 'wine', title: 'Wine', description: 'By the glass', hidden: true };
  const variables = { restaurantId: here.id, input, idempotencyKey: key() };
  const { category } = (await here.owner.ask(CreateCategoryDocument, variables)).createCategory;
  expect(category).toMatchObject({ ...input, items: [] });
  const edit = { slug: 'wines', title: 'Wines', description: null, hidden: false };
  const edited = await here.owner.ask(EditCategoryDocument, { id: category.id, input: edit });
  expect(edited.editCategory).toMatchObject({ id: category.id, ...edit });
});

test('categories and items stand where they were added, or where their position says', async () => {
  const [wine, beer] = [await newCategory('wine'), await newCategory('beer')];
  expect(await slugs()).toEqual(['food', 'wine', 'beer']);
  await here.owner.ask(EditCategoryDocument, { id: beer, input: { position: 0 } });
  expect(await slugs()).toEqual(['beer', 'food', 'wine']);
  const [red, white] = [
    await itemOf(here.owner, wine, 'Red', 400),
    await itemOf(here.owner, wine, 'White', 450),
  ];
  await here.owner.ask(EditItemDocument, { id: white.id, input: { position: 0 } });
  const category = (await wholeMenu(here)).categories.find(({ id }) => id === wine)!;
  expect(category.items.map(({ id }) => id)).toEqual([white.id, red.id]);
});

test('a slug belongs to one category of a restaurant, even after it is archived', async () => {
  const id = await newCategory('wine');
  const again = { restaurantId: here.id, input: { slug: 'wine', title: 'W' }, idempotencyKey: key() };
  expect(await here.owner.codeOf(CreateCategoryDocument, again)).toBe('SLUG_TAKEN');
  const rename = { id: here.categoryId, input: { slug: 'wine' } };
  expect(await here.owner.codeOf(EditCategoryDocument, rename)).toBe('SLUG_TAKEN');
  await here.owner.ask(ArchiveMenuEntryDocument, { noun: 'CATEGORY', id });
  expect(await here.owner.codeOf(CreateCategoryDocument, again)).toBe('SLUG_TAKEN');
  expect(
    await here.owner.codeOf(EditCategoryDocument, { id: here.categoryId, input: { slug: 'food' } }),
  ).toBe('OK');
});

test('of several who want one slug at once one gets it', async () => {
  const make = () =>
    here.owner.codeOf(CreateCategoryDocument, {
      restaurantId: here.id,
      input: { slug: 'wine', title: 'Wine' },
      idempotencyKey: key(),
    });
  expect((await Promise.all([make(), make(), make()])).sort()).toEqual(['OK', 'SLUG_TAKEN', 'SLUG_TAKEN']);
});

test('an item has a description and much else, and an edit leaves out what it does not say', async () => {
  const taxClasses = [{ key: 'reduced', title: 'Reduced', perMillion: 40_000 }];
  const edit = { restaurantId: here.id, expectedVersion: 1, input: { taxClasses } };
  await here.owner.ask(UpdateRestaurantDocument, edit);
  const input: CreateItemInput = {
    title: 'Ensaladilla',
    description: 'With tuna',
    price: 650,
    featured: true,
    tags: ['cold'],
    allergens: ['EGGS', 'FISH'],
    image: 'https://example.com/ensaladilla.jpg',
    taxClass: 'reduced',
    station: 'cold-kitchen',
  };
  const variables = { categoryId: here.categoryId, input, idempotencyKey: key() };
  const { item } = (await here.owner.ask(CreateItemDocument, variables)).createItem;
  const money = { amount: 650, currency: 'EUR', formatted: '€6.50' };
  expect(item).toMatchObject({ ...input, price: money, hidden: false, available: true });
  const { editItem } = await here.owner.ask(EditItemDocument, { id: item.id, input: { tags: [] } });
  expect(editItem).toEqual({ ...item, tags: [] });
  const none = { description: null, image: null, taxClass: null, station: null };
  const cleared = await here.owner.ask(EditItemDocument, { id: item.id, input: none });
  expect(cleared.editItem).toMatchObject(none);
});

test('an item moves to another category', async () => {
  const wine = await newCategory('wine');
  await here.owner.ask(EditItemDocument, { id: here.coke.id, input: { categoryId: wine } });
  const { categories } = await wholeMenu(here);
  expect(categories.find(({ id }) => id === wine)!.items.map(({ id }) => id)).toEqual([here.coke.id]);
});

test('one variant is the default, the first until another is made so, and its price is the item’s', async () => {
  const { id, regularId, largeId } = here.pizza;
  const defaults = async () =>
    (await itemNow(id))!.variants.filter((one) => one.isDefault).map((one) => one.id);
  expect([await defaults(), (await itemNow(id))!.price.amount]).toEqual([[regularId], 1000]);
  await here.owner.ask(EditVariantDocument, { id: largeId, input: { isDefault: true, price: 1600 } });
  expect([await defaults(), (await itemNow(id))!.price.amount]).toEqual([[largeId], 1600]);
  const huge = { itemId: id, input: { label: 'Huge', price: 2000, isDefault: true }, idempotencyKey: key() };
  await here.owner.ask(CreateVariantDocument, huge);
  expect(await defaults()).not.toContain(largeId);
  expect((await itemNow(id))!.price.amount).toBe(2000);
});

test('an item with variants keeps a default', async () => {
  const { regularId, largeId } = here.pizza;
  const { owner } = here;
  const unset = { id: regularId, input: { isDefault: false } };
  expect(await owner.codeOf(EditVariantDocument, unset)).toBe('CHOICE_INVALID');
  const archive = (id: string) => owner.codeOf(ArchiveMenuEntryDocument, { noun: 'VARIANT', id });
  expect(await archive(regularId)).toBe('CHOICE_INVALID');
  expect(await archive(largeId)).toBe('OK');
  expect(await archive(regularId)).toBe('OK');
  expect((await itemNow(here.pizza.id))!.variants).toEqual([]);
});

test('a group attached by two managers at once is offered once', async () => {
  const group = { restaurantId: here.id, input: { title: 'Dips', min: 0, max: 1 }, idempotencyKey: key() };
  const { id: groupId } = (await here.owner.ask(CreateModifierGroupDocument, group)).createModifierGroup
    .group;
  const attach = () => here.owner.ask(AttachModifierGroupDocument, { itemId: here.coke.id, groupId });
  for (const { attachModifierGroup } of await Promise.all([attach(), attach(), attach()]))
    expect(attachModifierGroup.modifierGroups.map(({ id }) => id)).toEqual([groupId]);
});

test('a group and its modifiers are made, edited, attached once and detached', async () => {
  const made = await here.owner.ask(CreateModifierGroupDocument, {
    restaurantId: here.id,
    input: { title: 'Sauce', min: 0, max: 1 },
    idempotencyKey: key(),
  });
  const groupId = made.createModifierGroup.group.id;
  const aioli = { groupId, input: { title: 'Aioli', price: -50 }, idempotencyKey: key() };
  const { group } = (await here.owner.ask(CreateModifierDocument, aioli)).createModifier;
  const modifier = group.modifiers[0]!;
  expect(modifier).toMatchObject({
    title: 'Aioli',
    isDefault: false,
    available: true,
    price: { amount: -50 },
  });
  const edit = { id: modifier.id, input: { title: 'Alioli', price: 0, isDefault: true } };
  const edited = (await here.owner.ask(EditModifierDocument, edit)).editModifier.modifiers;
  expect(edited).toEqual([expect.objectContaining({ title: 'Alioli', isDefault: true })]);
  const range = { id: groupId, input: { title: 'Sauces', min: 1, max: 2 } };
  const { editModifierGroup } = await here.owner.ask(EditModifierGroupDocument, range);
  expect(editModifierGroup).toMatchObject({ title: 'Sauces', min: 1, max: 2 });
  const both = { itemId: here.coke.id, groupId };
  await here.owner.ask(AttachModifierGroupDocument, both);
  const { attachModifierGroup } = await here.owner.ask(AttachModifierGroupDocument, both);
  expect(attachModifierGroup.modifierGroups.map(({ id }) => id)).toEqual([groupId]);
  const { detachModifierGroup } = await here.owner.ask(DetachModifierGroupDocument, both);
  expect(detachModifierGroup.modifierGroups).toEqual([]);
  expect((await groupsOf(here)).map(({ id }) => id)).toContain(groupId);
});

test('an item never wants more of a group than can be chosen', async () => {
  const { owner, id: restaurantId, coke } = here;
  const fresh = { restaurantId, input: { title: 'Lemon', min: 1, max: 2 }, idempotencyKey: key() };
  const groupId = (await owner.ask(CreateModifierGroupDocument, fresh)).createModifierGroup.group.id;
  const both = { itemId: coke.id, groupId };
  const attach = (range: { min?: number }) =>
    owner.codeOf(AttachModifierGroupDocument, { ...both, ...range });
  expect(await attach({})).toBe('CHOICE_INVALID');
  expect(await attach({ min: 0 })).toBe('OK');
  const slice = { groupId, input: { title: 'Slice' }, idempotencyKey: key() };
  const { modifiers } = (await owner.ask(CreateModifierDocument, slice)).createModifier.group;
  const id = modifiers[0]!.id;
  expect(await attach({})).toBe('OK');
  const most = (maxPerLine: number) => owner.codeOf(EditModifierDocument, { id, input: { maxPerLine } });
  const least = (min: number) => owner.codeOf(EditModifierGroupDocument, { id: groupId, input: { min } });
  const archive = () => owner.codeOf(ArchiveMenuEntryDocument, { noun: 'MODIFIER', id });
  expect([await least(2), await most(2), await least(2)]).toEqual(['CHOICE_INVALID', 'OK', 'OK']);
  expect([await most(1), await archive()]).toEqual(['CHOICE_INVALID', 'CHOICE_INVALID']);
  expect((await groupsOf(here)).find((group) => group.id === groupId)).toMatchObject({
    min: 2,
    modifiers: [{ maxPerLine: 2 }],
  });
  await owner.ask(DetachModifierGroupDocument, both);
  expect([await most(1), await archive()]).toEqual(['OK', 'OK']);
});

test('a group never wants more than it allows', async () => {
  const input = { title: 'Sauce', min: 2, max: 1 };
  const create = { restaurantId: here.id, input, idempotencyKey: key() };
  expect(await here.owner.codeOf(CreateModifierGroupDocument, create)).toBe('CHOICE_INVALID');
  const edit = { id: target.groupId, input: { min: 4 } };
  const before = await groupsOf(here);
  expect(await here.owner.codeOf(EditModifierGroupDocument, edit)).toBe('CHOICE_INVALID');
  expect(await groupsOf(here)).toEqual(before);
});
