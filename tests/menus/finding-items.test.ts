import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ArchiveMenuEntryDocument,
  CategoriesDocument,
  CreateCategoryDocument,
  CreateItemDocument,
  type CreateItemInput,
  EditCategoryDocument,
  EditItemDocument,
  EditModifierGroupDocument,
  EditVariantDocument,
  ItemDocument,
  type ItemFilterInput,
  type ItemOrderInput,
  ItemsByIdDocument,
  ItemsDocument,
  type ItemsQueryVariables,
  ModifierGroupsDocument,
  MoveOrderDocument,
  SetItemAvailableDocument,
  SetItemStockDocument,
  SetModifierStockDocument,
  SetVariantAvailableDocument,
  SetVariantStockDocument,
  VoidLineDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { countSold } from '../../src/orders/count-sold.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, key, type Place, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let nobody: As;
let cook: As;
let drinks: string;
const ids = new Map<string, string>();

/** In the order of the menu, behind Margherita (10.00, with variants) and Coke (2.50). */
const dishes: readonly CreateItemInput[] = [
  { title: 'Crème brûlée', description: 'Burnt by hand', price: 600, allergens: ['EGGS', 'MILK'] },
  { title: 'Tagliatelle al ragù', price: 1200, tags: ['spicy'], allergens: ['GLUTEN'] },
  { title: 'Ravioli', description: 'With ricotta & spinach', price: 1200, tags: ['spicy', 'vegetarian'] },
  { title: 'Secret stew', price: 900, hidden: true },
];
const cups: readonly CreateItemInput[] = [
  { title: 'Espresso', price: 200, featured: true },
  { title: 'Öl-Tee', price: 250 },
  { title: 'Zoë’s 7up', price: 250, featured: true },
];

beforeAll(async () => {
  app = await startApp({ config: { pageSize: 3 } });
  here = await place(app);
  nobody = new As(app.url);
  cook = await staff(app, here.id, 'KITCHEN');
  const input = { slug: 'drinks', title: 'Drinks' };
  const made = await here.owner.ask(CreateCategoryDocument, {
    restaurantId: here.id,
    input,
    idempotencyKey: key(),
  });
  drinks = made.createCategory.category.id;
  ids.set('Margherita', here.pizza.id).set('Coke', here.coke.id);
  for (const dish of dishes) await add(here.categoryId, dish);
  for (const cup of cups) await add(drinks, cup);
});

afterAll(() => app.close());

async function add(categoryId: string, input: CreateItemInput): Promise<void> {
  const { createItem } = await here.owner.ask(CreateItemDocument, {
    categoryId,
    input,
    idempotencyKey: key(),
  });
  ids.set(input.title, createItem.item.id);
}

async function list(variables: ItemsQueryVariables, viewer = nobody) {
  return (await viewer.ask(ItemsDocument, { restaurantSlug: here.slug, ...variables })).items;
}

async function titles(filter: ItemFilterInput, orderBy: ItemOrderInput[] = [], viewer = nobody) {
  const { edges } = await list({ filter, orderBy, first: 100 }, viewer);
  return edges.map(({ node }) => node.title);
}

describe('searching', () => {
  test.each([
    ['margarita', ['Margherita']],
    ['expreso', ['Espresso']],
    ['creme', ['Crème brûlée']],
    ['CRÈME', ['Crème brûlée']],
    ['cre\u0301me', ['Crème brûlée']],
    ['crè', ['Crème brûlée']],
    ['rag', ['Tagliatelle al ragù']],
    ['talliatele', ['Tagliatelle al ragù']],
    ['spinach', ['Ravioli']],
    ['ricota spinac', ['Ravioli']],
    ['brulee creme', ['Crème brûlée']],
    ['tee ol', ['Öl-Tee']],
    ['7up', ['Zoë’s 7up']],
    ['zoe', ['Zoë’s 7up']],
    ['cok', ['Coke']],
    ['espresso ravioli', []],
    ['oke', []],
    ['cke', []],
    ['%', []],
    ['unicorn', []],
    ["'; drop table menu_item; --", []],
  ])('%s finds %j', async (search, found) => {
    expect(await titles({ search })).toEqual(found);
  });

  test('follows what is edited, and forgets what is archived', async () => {
    await add(drinks, { title: 'Limonata', price: 300 });
    const id = ids.get('Limonata')!;
    await here.owner.ask(EditItemDocument, {
      id,
      input: { title: 'Aranciata', description: 'Of blood oranges' },
    });
    expect(await titles({ search: 'limonata' })).toEqual([]);
    expect(await titles({ search: 'oranges' })).toEqual(['Aranciata']);
    await here.owner.ask(ArchiveMenuEntryDocument, { noun: 'ITEM', id });
    expect(await titles({ search: 'aranciata' })).toEqual([]);
    expect(await nobody.codeOf(ItemDocument, { id })).toBe('NOT_FOUND');
  });

  test('what only staff may see leads guests nowhere', async () => {
    expect(await titles({ search: 'secret' })).toEqual([]);
    expect(await titles({ search: 'secret', withHidden: true }, [], cook)).toEqual(['Secret stew']);
  });
});

describe('filters', () => {
  test.each<[string, ItemFilterInput, string[]]>([
    ['featured', { featured: true }, ['Espresso', 'Zoë’s 7up']],
    ['a price', { priceFrom: 250, priceTo: 600 }, ['Coke', 'Crème brûlée', 'Öl-Tee', 'Zoë’s 7up']],
    ['prices that no item has', { priceFrom: 2_147_483_647 }, []],
    ['tags, all of them', { tags: ['vegetarian', 'spicy'] }, ['Ravioli']],
    [
      'none of some allergens',
      { withoutAllergens: ['EGGS', 'GLUTEN'], priceFrom: 300 },
      ['Margherita', 'Ravioli'],
    ],
    ['no category at all', { categoryIds: [] }, []],
    ['all at once', { search: 'zoe', featured: true, priceTo: 250, tags: [] }, ['Zoë’s 7up']],
  ])('%s', async (_, filter, found) => {
    expect(await titles(filter)).toEqual(found);
  });

  test('a category', async () => {
    expect(await titles({ categoryIds: [drinks] })).toEqual(['Espresso', 'Öl-Tee', 'Zoë’s 7up']);
    expect(await titles({ categoryIds: [randomUUIDv7()] })).toEqual([]);
  });

  test('what is on offer, and what is not', async () => {
    const { owner } = here;
    await owner.ask(SetItemAvailableDocument, { itemId: ids.get('Ravioli')!, available: false });
    await owner.ask(SetItemStockDocument, { input: { itemId: ids.get('Espresso')!, remaining: 0 } });
    expect(await titles({ available: false })).toEqual(['Ravioli', 'Espresso']);
    expect(await titles({ available: true, featured: true })).toEqual(['Zoë’s 7up']);
    expect(await titles({ stockTo: 3 }, [], cook)).toEqual(['Espresso']);
    await owner.ask(SetItemAvailableDocument, { itemId: ids.get('Ravioli')!, available: true });
    await owner.ask(SetItemStockDocument, { input: { itemId: ids.get('Espresso')!, remaining: null } });
    expect(await titles({ available: false })).toEqual([]);
  });

  test('what guests also call it, which is shown to nobody who finds it', async () => {
    const { owner, coke } = here;
    const call = (aliases: string[]) => owner.ask(EditItemDocument, { id: coke.id, input: { aliases } });
    expect(await titles({ search: 'zipsi' })).toEqual([]);
    await call(['Zípsi Cola', 'brown fizz']);
    expect(await titles({ search: 'zipsi' })).toEqual(['Coke']);
    expect(await titles({ search: 'fizz coke' }, [], cook)).toEqual(['Coke']);
    const found = await nobody.raw(
      `{ items(restaurantId: "${here.id}", filter: { search: "zipsi" }) { edges { node { title description } } } }`,
    );
    expect(JSON.stringify(found)).not.toMatch(/z[ií]psi|fizz/i);
    await call([]);
    expect(await titles({ search: 'zipsi' })).toEqual([]);
  });

  test('what has variants is on offer as long as one of them is', async () => {
    const { owner, pizza } = here;
    const set = (variantId: string, available: boolean) =>
      owner.ask(SetVariantAvailableDocument, { variantId, available });
    await set(pizza.regularId, false);
    expect(await titles({ available: false })).toEqual([]);
    await owner.ask(SetVariantStockDocument, { input: { variantId: pizza.largeId, remaining: 0 } });
    expect(await titles({ available: false })).toEqual(['Margherita']);
    expect(await titles({ available: true, search: 'margherita' })).toEqual([]);
    await owner.ask(SetVariantStockDocument, { input: { variantId: pizza.largeId, remaining: null } });
    expect(await titles({ available: false })).toEqual([]);
    await set(pizza.regularId, true);
  });

  test('what has a group that wants something is on offer as long as enough of that is', async () => {
    const { owner, pizza, id: restaurantId } = here;
    const { modifierGroups } = await owner.ask(ModifierGroupsDocument, { restaurantId });
    const { id } = modifierGroups.find(({ modifiers }) =>
      modifiers.some((one) => one.id === pizza.cheeseId),
    )!;
    await owner.ask(EditModifierGroupDocument, { id, input: { min: 1 } });
    const stock = (remaining: number | null) =>
      owner.ask(SetModifierStockDocument, { input: { modifierId: pizza.cheeseId, remaining } });
    await stock(0);
    expect(await titles({ available: false })).toEqual(['Margherita']);
    expect(await titles({ available: true, search: 'margherita' })).toEqual([]);
    await stock(null);
    expect(await titles({ available: false })).toEqual([]);
    await owner.ask(EditModifierGroupDocument, { id, input: { min: 0 } });
  });

  test('by stock, and with hidden ones, are for staff', async () => {
    for (const filter of [{ stockTo: 5 }, { withHidden: true }]) {
      expect(await nobody.codeOf(ItemsDocument, { restaurantId: here.id, filter })).toBe('NOT_FOUND');
      const courier = await staff(app, here.id, 'COURIER');
      expect(await courier.codeOf(ItemsDocument, { restaurantSlug: here.slug, filter })).toBe('FORBIDDEN');
    }
  });
});

describe('order', () => {
  const by = (...keys: [ItemOrderInput['by'], boolean?][]): ItemOrderInput[] =>
    keys.map(([one, descending = false]) => ({ by: one, descending }));

  test.each([
    [
      'the menu',
      [],
      [
        'Margherita',
        'Coke',
        'Crème brûlée',
        'Tagliatelle al ragù',
        'Ravioli',
        'Espresso',
        'Öl-Tee',
        'Zoë’s 7up',
      ],
    ],
    [
      'title, as people read it',
      by(['TITLE']),
      [
        'Coke',
        'Crème brûlée',
        'Espresso',
        'Margherita',
        'Öl-Tee',
        'Ravioli',
        'Tagliatelle al ragù',
        'Zoë’s 7up',
      ],
    ],
    [
      'price, then title backward',
      by(['PRICE', true], ['TITLE', true]),
      [
        'Tagliatelle al ragù',
        'Ravioli',
        'Margherita',
        'Crème brûlée',
        'Zoë’s 7up',
        'Öl-Tee',
        'Coke',
        'Espresso',
      ],
    ],
  ])('by %s', async (_, orderBy, wanted) => {
    expect(await titles({}, orderBy)).toEqual(wanted);
  });

  test('the price is that of the variant a line gets that names none', async () => {
    const { regularId, largeId } = here.pizza;
    await here.owner.ask(EditVariantDocument, { id: largeId, input: { isDefault: true } });
    expect((await titles({}, by(['PRICE', true])))[0]).toBe('Margherita');
    await here.owner.ask(EditVariantDocument, { id: regularId, input: { isDefault: true } });
    expect((await titles({}, by(['PRICE', true])))[0]).not.toBe('Margherita');
  });

  test('categories come one after the other, as they stand', async () => {
    await here.owner.ask(EditCategoryDocument, { id: drinks, input: { position: 0 } });
    expect((await titles({})).slice(0, 4)).toEqual(['Espresso', 'Öl-Tee', 'Zoë’s 7up', 'Margherita']);
    await here.owner.ask(EditCategoryDocument, { id: drinks, input: { position: 2 } });
  });

  test('popularity is what was sold lately and neither cancelled nor void, counted once for all processes', async () => {
    const count = async (): Promise<number> => (await rows(app.database.em(), countSold())).length;
    const again = () => rows(app.database.em(), sql`delete from chore`);
    const anna = await guest(app, here);
    await placedOrder(anna, here);
    const { id: orderId, version } = await placedOrder(anna, here);
    await again();
    expect(await count()).toBe(1);
    expect((await titles({}, by(['POPULARITY', true])))[0]).toBe('Coke');
    await here.owner.ask(MoveOrderDocument, {
      orderId,
      to: 'REJECTED',
      reason: 'TOO_BUSY',
      expectedVersion: version,
    });
    expect(await count()).toBe(0);
    await again();
    expect(await count()).toBe(1);
    expect(await popularityOf(here.coke.id)).toBe(1);
    const voided = await placedOrder(anna, here);
    await here.owner.ask(VoidLineDocument, {
      input: { orderId: voided.id, expectedVersion: 1, lineId: voided.lines[0]!.id, reason: 'It fell' },
    });
    await again();
    expect(await count()).toBe(0);
    await rows(app.database.em(), sql`update orders set placed_at = placed_at - interval '29 days'`);
    await again();
    expect(await count()).toBe(1);
    expect(await popularityOf(here.coke.id)).toBe(0);
  });

  async function popularityOf(id: string): Promise<number> {
    const [row] = await rows<{ popularity: number }>(
      app.database.em(),
      sql`select popularity from menu_item where id = ${id}`,
    );
    return row!.popularity;
  }
});

describe('pages', () => {
  const orders: ItemOrderInput[][] = [
    [],
    [{ by: 'PRICE', descending: true }],
    [{ by: 'PRICE' }, { by: 'TITLE', descending: true }],
    [{ by: 'POPULARITY' }, { by: 'PRICE', descending: true }, { by: 'POSITION', descending: true }],
  ];

  test.each(orders.map((order) => [order.map(({ by }) => by).join(', ') || 'the menu', order] as const))(
    'by %s go through all, forward and back, 3 at a time when nothing is said',
    async (_, orderBy) => {
      const all = await titles({}, [...orderBy]);
      const forward: string[] = [];
      let after: string | null = null;
      do {
        const { edges, pageInfo } = await list({ orderBy: [...orderBy], after });
        expect(edges.length).toBeLessThanOrEqual(3);
        forward.push(...edges.map(({ node }) => node.title));
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        after = pageInfo.hasNextPage ? pageInfo.endCursor! : null;
      } while (after);
      expect(forward).toEqual(all);
      const backward: string[] = [];
      let before: string | null = null;
      do {
        const { edges, pageInfo } = await list({ orderBy: [...orderBy], last: 3, before });
        backward.unshift(...edges.map(({ node }) => node.title));
        before = pageInfo.hasPreviousPage ? pageInfo.startCursor! : null;
      } while (before);
      expect(backward).toEqual(all);
    },
  );

  test('go on behind their cursor when what it stood at is gone', async () => {
    await add(drinks, { title: 'Grappa', price: 251 });
    const orderBy: ItemOrderInput[] = [{ by: 'PRICE' }];
    const { pageInfo } = await list({ orderBy, filter: { priceTo: 251 }, first: 100 });
    await here.owner.ask(ArchiveMenuEntryDocument, { noun: 'ITEM', id: ids.get('Grappa')! });
    const { edges } = await list({ orderBy, after: pageInfo.endCursor!, first: 1 });
    expect(edges[0]!.node.title).toBe('Crème brûlée');
  });

  test('are counted when asked', async () => {
    expect(await list({ filter: { featured: true }, first: 1, count: true })).toMatchObject({
      totalCount: 2,
    });
  });

  test('a cursor of another order, or none at all, is refused', async () => {
    const { pageInfo } = await list({ orderBy: [{ by: 'PRICE' }] });
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const order = 'i.listed_price i.id';
    for (const after of [
      pageInfo.endCursor!,
      'nonsense',
      forged(null),
      forged([order]),
      forged([order, '1', here.id]),
      forged([order, 1e10, here.id]),
      forged([order, 1, "'"]),
    ]) {
      const orderBy: ItemOrderInput[] = after === pageInfo.endCursor ? [{ by: 'TITLE' }] : [{ by: 'PRICE' }];
      expect(await nobody.codeOf(ItemsDocument, { restaurantSlug: here.slug, orderBy, after })).toBe(
        'BAD_USER_INPUT',
      );
    }
  });
});

test.each<[string, Partial<ItemsQueryVariables>]>([
  ['neither id nor slug', { restaurantSlug: null }],
  ['an over-long search', { filter: { search: 'a'.repeat(101) } }],
  ['a search that no text holds', { filter: { search: 'a\0' } }],
  ['a negative price', { filter: { priceFrom: -1 } }],
  ['one key twice', { orderBy: [{ by: 'PRICE' }, { by: 'PRICE', descending: true }] }],
  ['too many at once', { first: 101 }],
  ['none at once', { last: 0 }],
  ['an over-long tag', { filter: { tags: ['a'.repeat(41)] } }],
])('refuses %s', async (_, variables) => {
  expect(await nobody.codeOf(ItemsDocument, { restaurantSlug: here.slug, ...variables })).toBe(
    'BAD_USER_INPUT',
  );
});

describe('by id', () => {
  test('one, with all there is to choose', async () => {
    const { item } = await nobody.ask(ItemDocument, { id: here.pizza.id });
    expect(item).toMatchObject({ title: 'Margherita', price: { amount: 1000 } });
    expect(item.variants.map(({ label }) => label)).toEqual(['Regular', 'Large']);
    expect(item.modifierGroups).toHaveLength(2);
  });

  test('a hidden one is there for staff', async () => {
    const id = ids.get('Secret stew')!;
    expect(await nobody.codeOf(ItemDocument, { id })).toBe('NOT_FOUND');
    expect((await cook.ask(ItemDocument, { id })).item.hidden).toBe(true);
  });

  test('several, in the order asked for', async () => {
    const [coke, stew, tea] = ['Coke', 'Secret stew', 'Öl-Tee'].map((title) => ids.get(title)!);
    const asked = { restaurantId: here.id, ids: [tea!, randomUUIDv7(), stew!, coke!, tea!] };
    const found = async (viewer: As) =>
      (await viewer.ask(ItemsByIdDocument, asked)).itemsById.map(({ title }) => title);
    expect(await found(nobody)).toEqual(['Öl-Tee', 'Coke']);
    expect(await found(here.owner)).toEqual(['Öl-Tee', 'Secret stew', 'Coke']);
    const other = await place(app);
    expect((await nobody.ask(ItemsByIdDocument, { ...asked, restaurantId: other.id })).itemsById).toEqual([]);
  });
});

test('categories are read by everybody', async () => {
  const { categories } = await nobody.ask(CategoriesDocument, { restaurantSlug: here.slug });
  expect(categories.map(({ slug }) => slug)).toEqual(['food', 'drinks']);
  expect(await nobody.codeOf(CategoriesDocument, { restaurantSlug: 'nowhere-at-all' })).toBe('NOT_FOUND');
});
