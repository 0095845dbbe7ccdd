import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import {
  ArchiveMenuEntryDocument,
  EditItemDocument,
  ExportMenuDocument,
  ImportMenuDocument,
  type ImportMenuMutation,
  SetItemAvailableDocument,
  TranslateMenuEntryDocument,
  WholeMenuDocument,
} from '../../schema/operations.ts';
import { seedMenu } from '../../src/database/seed-menu.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, dataOf, Refused } from '../support/as.ts';
import { guest, type Place, place, staff } from '../support/build.ts';
import { handMade } from '../support/hand-made.ts';
import { placedOrder } from '../support/order.ts';
import type { Doc } from './menu-document.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
});

afterAll(() => app.close());

type Counts = ImportMenuMutation['importMenu'];

async function exported(at = here): Promise<Doc> {
  return (await at.owner.ask(ExportMenuDocument, { restaurantId: at.id })).exportMenu;
}

async function imported(
  document: Doc,
  more: { dryRun?: boolean; archiveMissing?: boolean } = {},
  at = here,
): Promise<string> {
  return written(
    (await at.owner.ask(ImportMenuDocument, { restaurantId: at.id, document, ...more })).importMenu,
  );
}

/** `category +1 item ~2 -1`: created, changed, archived; nothing where nothing is. */
function written(counts: Counts): string {
  const said = counts.flatMap(({ noun, created, changed, archived }) => {
    const what = [created && `+${created}`, changed && `~${changed}`, archived && `-${archived}`].filter(
      Boolean,
    );
    return what.length > 0 ? [[noun.toLowerCase().replace('_g', 'G'), ...what].join(' ')] : [];
  });
  return said.join(', ');
}

async function counted(wish: { document: Doc; dryRun?: boolean; archiveMissing?: boolean }): Promise<Counts> {
  return (await here.owner.ask(ImportMenuDocument, { restaurantId: here.id, ...wish })).importMenu;
}

/** `ITEM CHANGED i1 price` */
async function changes(wish: Parameters<typeof counted>[0]): Promise<string[]> {
  return (await counted(wish)).flatMap((count) =>
    count.changes.map(({ what, ref, fields }) => [count.noun, what, ref, ...fields].join(' ')),
  );
}

async function faults(document: Doc, more: { dryRun?: boolean } = {}): Promise<Record<string, string>> {
  const asking = here.owner.ask(ImportMenuDocument, { restaurantId: here.id, document, ...more });
  const refused = (await asking.then(
    () => null,
    (error) => error,
  )) as Refused | null;
  expect(refused).toBeInstanceOf(Refused);
  expect(refused!.code).toBe('BAD_USER_INPUT');
  const { fields } = refused!.extensions['problem'] as { fields: { path: string; message: string }[] };
  return Object.fromEntries(fields.map(({ path, message }) => [path, message]));
}

const wholeMenu = async (at = here) =>
  (await at.owner.ask(WholeMenuDocument, { restaurantId: at.id })).wholeMenu;

const small = (): Doc => ({
  format: 'comanda-menu',
  version: 1,
  categories: [
    {
      ref: 'c1',
      slug: 'pasta',
      title: 'Pasta',
      translations: { de: { title: 'Nudeln', description: 'Täglich frisch' } },
      windows: [{ day: 'MONDAY', spans: [{ from: '18:00', to: '02:00' }] }],
      items: [
        {
          ref: 'i1',
          title: 'Ravioli',
          price: 1250,
          tags: ['vegetarian'],
          allergens: ['GLUTEN', 'EGGS'],
          station: 'hot',
          image: 'https://example.com/ravioli.jpg',
          variants: [
            { ref: 'v1', label: 'Small', price: 950 },
            {
              ref: 'v2',
              label: 'Large',
              price: 1250,
              isDefault: true,
              translations: { de: { title: 'Groß' } },
            },
          ],
          modifierGroups: [{ ref: 'g2' }, { ref: 'g1', min: 1, max: 1 }],
        },
        { ref: 'i2', title: 'Penne', price: 1100, hidden: true },
      ],
    },
  ],
  modifierGroups: [
    {
      ref: 'g1',
      title: 'Sauce',
      min: 0,
      max: 2,
      modifiers: [
        { ref: 'm1', title: 'Ragù', price: 150 },
        { ref: 'm2', title: 'Pesto', isDefault: true, maxPerLine: 3 },
      ],
    },
    { ref: 'g2', title: 'Cheese', min: 0, max: 1, modifiers: [] },
  ],
});

describe('a menu that comes in', () => {
  test('is on the menu as the document says, and comes out the same', async () => {
    const all = 'category +1, item +2, variant +2, modifierGroup +2, modifier +2';
    expect(await imported(small(), { dryRun: true })).toBe(all);
    expect((await wholeMenu()).categories).toHaveLength(1);
    expect(await imported(small())).toBe(all);
    const { categories } = await wholeMenu();
    const pasta = categories.find(({ slug }) => slug === 'pasta')!;
    expect(pasta.items.map(({ title, hidden }) => [title, hidden])).toEqual([
      ['Ravioli', false],
      ['Penne', true],
    ]);
    expect(pasta.items[0]).toMatchObject({
      price: { amount: 1250 },
      allergens: ['GLUTEN', 'EGGS'],
      station: 'hot',
    });
    expect(pasta.items[0]!.modifierGroups.map(({ title, min, max }) => [title, min, max])).toEqual([
      ['Cheese', 0, 1],
      ['Sauce', 1, 1],
    ]);
    const out = await exported();
    expect(out.categories.find(({ ref }: Doc) => ref === 'c1').items[0]).toEqual({
      ...small().categories[0].items[0],
      featured: false,
      hidden: false,
      variants: [
        { ref: 'v1', label: 'Small', price: 950, isDefault: false },
        { ref: 'v2', label: 'Large', price: 1250, isDefault: true, translations: { de: { title: 'Groß' } } },
      ],
    });
    expect(await imported(out)).toBe('');
  });

  test('changes nothing the second time, and tells nobody', async () => {
    await imported(small());
    const { version } = await wholeMenu();
    expect(await imported(small())).toBe('');
    expect((await wholeMenu()).version).toBe(version);
  });

  test('goes to another restaurant, as often as one likes', async () => {
    const there = await place(app);
    const document = await exported();
    for (const category of document.categories) category.slug = `${category.slug}-too`;
    expect(await imported(document, {}, there)).toBe(
      'category +1, item +2, variant +2, modifierGroup +2, modifier +2',
    );
    expect(await imported(document, {}, there)).toBe('');
    expect(await imported(await exported(there), {}, there)).toBe('');
    expect(await imported(await exported())).toBe('');
  });

  test('leaves alone what it does not speak of, unless it is to be archived', async () => {
    await imported(small());
    const order = await placedOrder(await guest(app, here), here);
    const document = small();
    document.categories[0].items.pop();
    expect(await imported(document)).toBe('');
    const wanted = 'category -1, item -3, variant -2, modifierGroup -2, modifier -2';
    expect(await imported(document, { archiveMissing: true, dryRun: true })).toBe(wanted);
    expect(await imported(document, { archiveMissing: true })).toBe(wanted);
    expect((await wholeMenu()).categories.map(({ items }) => items.length)).toEqual([1]);
    expect(order.lines[0]!.title).toBe('Coke');
    expect(await imported(small())).toBe('item ~1');
    expect(await imported(small())).toBe('');
  });

  test('moves, reorders, renames and prices by ref', async () => {
    await imported(small());
    const document = small();
    const [pasta] = document.categories;
    document.categories.unshift({
      ref: 'c0',
      slug: 'starters',
      title: 'Starters',
      items: [pasta.items.pop()],
    });
    pasta.items[0].variants.reverse();
    pasta.items[0].modifierGroups.reverse();
    document.modifierGroups[0].modifiers[0].price = 200;
    expect(await imported(document)).toBe('category +1 ~1, item ~2, variant ~1, modifier ~1');
    expect(await imported(document)).toBe('');
    const titles = (await wholeMenu()).categories.map(({ title }) => title);
    expect(titles.indexOf('Starters')).toBeLessThan(titles.indexOf('Pasta'));
    const [ravioli] = (await wholeMenu()).categories.find(({ title }) => title === 'Pasta')!.items;
    expect(ravioli!.variants.map(({ label }) => label)).toEqual(['Large', 'Small']);
    expect(ravioli!.modifierGroups.map(({ title }) => title)).toEqual(['Sauce', 'Cheese']);
  });

  test('says of each entry what becomes of it, and a dry run says the same', async () => {
    const { tea } = await handMade(here);
    await imported(small());
    const document = small();
    const [pasta] = document.categories;
    pasta.items[0].price = 1300;
    pasta.items[0].taxClass = null;
    pasta.items[0].modifierGroups.pop();
    pasta.items[1] = { ref: 'i3', title: 'Gnocchi', price: 1200 };
    document.modifierGroups[0].modifiers[1].maxPerLine = 4;
    document.modifierGroups[0].modifiers[0].title = 'Bolognese';
    const wish = { document, archiveMissing: true };
    const planned = await changes({ ...wish, dryRun: true });
    const items = (await wholeMenu()).categories.flatMap((category) => category.items);
    const penne = items.find(({ title }) => title === 'Penne')!.id;
    expect(planned).toEqual(
      expect.arrayContaining([
        'ITEM CREATED i3',
        'ITEM CHANGED i1 price modifierGroups',
        'ITEM ARCHIVED i2',
        'MODIFIER CHANGED m1 title',
        'MODIFIER CHANGED m2 maxPerLine',
        `ITEM ARCHIVED ${tea.id}`,
      ]),
    );
    expect(await changes(wish)).toEqual(planned);
    expect(await changes(wish)).toEqual([]);
    const back = small();
    back.categories[0].items.reverse();
    back.categories[0].items[0].title = 'Pennette';
    const restored = await counted({ document: back });
    expect(restored.find(({ noun }) => noun === 'ITEM')!.changes).toContainEqual({
      ref: 'i2',
      id: penne,
      what: 'RESTORED',
      fields: ['title', 'position'],
    });
  });

  test('names an entry by its id, which one that a dry run would create has not yet', async () => {
    const idOf = async (dryRun: boolean) =>
      (await counted({ document: small(), dryRun })).find(({ noun }) => noun === 'CATEGORY')!.changes[0]!.id;
    expect(await idOf(true)).toBeNull();
    const id = await idOf(false);
    expect((await wholeMenu()).categories.find(({ slug }) => slug === 'pasta')!.id).toBe(id);
  });

  test('gives an item one default, also beside a variant that it does not speak of', async () => {
    await imported(small());
    const document = small();
    document.categories[0].items[0].variants = [{ ref: 'v3', label: 'Huge', price: 2000, isDefault: true }];
    expect(await imported(document)).toBe('variant +1 ~1');
    const [ravioli] = (await wholeMenu()).categories.find(({ title }) => title === 'Pasta')!.items;
    expect(ravioli!.variants.filter(({ isDefault }) => isDefault).map(({ label }) => label)).toEqual([
      'Huge',
    ]);
  });

  test('keeps what is no business of a document: what is 86ed stays so', async () => {
    const { owner, coke } = here;
    await owner.ask(SetItemAvailableDocument, { itemId: coke.id, available: false });
    const document = await exported();
    document.categories[0].items[1].title = 'Cola';
    expect(await imported(document)).toBe('item ~1');
    const [, cola] = (await wholeMenu()).categories[0]!.items;
    expect(cola).toMatchObject({ id: coke.id, title: 'Cola', available: false });
  });

  test('of two at once both are right', async () => {
    const both = await Promise.all([imported(small()), imported(small())]);
    expect(both.sort()).toEqual(['', 'category +1, item +2, variant +2, modifierGroup +2, modifier +2']);
  });
});

test('what was written by hand comes out and in again without a change: translated, edited, archived', async () => {
  const { owner } = here;
  const { pizza, tea, largeId } = await handMade(here);
  const translation = { title: 'Margarethe', description: 'Mit Basilikum' };
  await owner.ask(TranslateMenuEntryDocument, { noun: 'ITEM', id: pizza.id, language: 'de', translation });
  await owner.ask(EditItemDocument, { id: pizza.id, input: { position: 5, tags: ['best'] } });
  await owner.ask(ArchiveMenuEntryDocument, { noun: 'VARIANT', id: largeId });
  const document = await exported();
  expect(document.categories.at(-1).items.map(({ ref }: Doc) => ref)).toEqual([tea.id, pizza.id]);
  expect(await imported(document, { archiveMissing: true })).toBe('');
});

test('the demo menu too', async () => {
  const em = app.database.em();
  em.setFilterParams('tenant', { restaurantId: here.id });
  await seedMenu(em, here.id);
  await em.flush();
  const document = await exported();
  expect(document.categories.length).toBeGreaterThan(5);
  expect(await imported(document, { archiveMissing: true })).toBe('');
});

describe('every fault is told with its path, and nothing happens', () => {
  test('of the shape', async () => {
    const document = small();
    const [category] = document.categories;
    category.slug = 'No Slug';
    category.items[0].price = '12';
    category.items[0].variants[1].label = 'a\nb';
    category.items[0].allergens = ['SUGAR'];
    category.items[1] = { ref: 'i2', price: -1, title: 'a'.repeat(101), stock: 5 };
    delete document.modifierGroups[1].title;
    document.version = 2;
    expect(Object.keys(await faults(document)).sort()).toEqual([
      'document.categories.0.items.0.allergens.0',
      'document.categories.0.items.0.price',
      'document.categories.0.items.0.variants.1.label',
      'document.categories.0.items.1.price',
      'document.categories.0.items.1.stock',
      'document.categories.0.items.1.title',
      'document.categories.0.slug',
      'document.modifierGroups.1.title',
      'document.version',
    ]);
    expect((await wholeMenu()).categories).toHaveLength(1);
  });

  test('of the rules', async () => {
    const document = small();
    const [category] = document.categories;
    document.categories.push({ ...category, ref: 'c2', items: [] });
    category.items[1].ref = 'i1';
    category.items[0].variants[1].isDefault = false;
    category.items[0].modifierGroups.push({ ref: 'g1' }, { ref: 'nowhere' }, { ref: 'g2', min: 2 });
    category.translations = { deutsch: { title: 'A' }, DE: { title: 'A' } };
    category.windows.push({ day: 'MONDAY', spans: [{ from: '19:00', to: '20:00' }] });
    document.modifierGroups[0].min = 3;
    expect(Object.keys(await faults(document, { dryRun: true })).sort()).toEqual([
      'document.categories.0.items.0.modifierGroups.2.min',
      'document.categories.0.items.0.modifierGroups.2.ref',
      'document.categories.0.items.0.modifierGroups.3.ref',
      'document.categories.0.items.0.modifierGroups.4.min',
      'document.categories.0.items.0.modifierGroups.4.ref',
      'document.categories.0.items.0.variants',
      'document.categories.0.items.1.ref',
      'document.categories.0.translations.DE',
      'document.categories.0.windows',
      'document.categories.1.slug',
      'document.categories.1.windows',
      'document.modifierGroups.0.min',
    ]);
  });

  test('of groups that want more than can be chosen', async () => {
    const document = small();
    const [ravioli] = document.categories[0].items;
    document.modifierGroups[0].max = 9;
    document.modifierGroups[1].min = 1;
    ravioli.modifierGroups[1].min = 5;
    ravioli.modifierGroups[1].max = 9;
    expect(await faults(document)).toEqual({
      'document.categories.0.items.0.modifierGroups.1.min': 'must not be more than its modifiers allow, 4',
      'document.modifierGroups.1.min': 'must not be more than its modifiers allow, 0',
    });
    ravioli.modifierGroups[1].min = 4;
    ravioli.modifierGroups[0].min = 0;
    await imported(document);
    expect(await imported(document)).toBe('');
  });

  test('of groups of which an entry that the document leaves alone wants more, or gives more', async () => {
    await imported(small());
    const document = small();
    const [ravioli] = document.categories[0].items;
    const [sauce] = document.modifierGroups;
    document.categories[0].items.shift();
    sauce.modifiers = [{ ref: 'm3', title: 'Burro' }];
    expect(await imported(document, { dryRun: true })).toContain('modifier +1');
    sauce.modifiers.push({ ref: 'm1', title: 'Ragù' }, { ref: 'm2', title: 'Pesto' });
    document.modifierGroups.push({
      ...sauce,
      ref: 'g3',
      title: 'More',
      modifiers: sauce.modifiers.splice(0),
    });
    expect(await faults(document)).toEqual({
      'document.modifierGroups.0.modifiers': 'allow 0, and an item of the menu wants more',
    });
    expect(await imported(document, { dryRun: true, archiveMissing: true })).toContain('item -3');
    document.categories[0].items.unshift({ ...ravioli, modifierGroups: [{ ref: 'g1', min: 1 }] });
    expect(Object.keys(await faults(document))).toEqual([
      'document.categories.0.items.0.modifierGroups.0.min',
    ]);
  });

  test('of what is there already', async () => {
    const document = small();
    document.categories[0].slug = 'food';
    expect(await faults(document)).toEqual({
      'document.categories.0.slug': 'is taken by another category, perhaps an archived one',
    });
    document.categories[0].slug = 'pasta';
    document.categories[0].items[1].taxClass = 'nowhere';
    expect(await faults(document, { dryRun: true })).toEqual({
      'document.categories.0.items.1.taxClass': 'is no tax class of the restaurant',
    });
    const twice = await exported();
    const [food] = twice.categories;
    await imported({
      ...twice,
      categories: [{ ...food, items: food.items.map((one: Doc) => ({ ...one, title: 'Same' })) }],
    });
    expect((await wholeMenu()).categories[0]!.items.map(({ title }) => title)).toEqual(['Same', 'Same']);
  });

  test('of the rules and of what is there already at once', async () => {
    await imported(small());
    const document = small();
    const [category] = document.categories;
    category.items[1].ref = 'i1';
    category.items[1].taxClass = 'nowhere';
    document.categories.push({ ref: 'c2', slug: 'food', title: 'Food', items: [] });
    for (const dryRun of [true, false])
      expect(await faults(document, { dryRun })).toEqual({
        'document.categories.0.items.1.ref': 'is there twice',
        'document.categories.0.items.1.taxClass': 'is no tax class of the restaurant',
        'document.categories.1.slug': 'is taken by another category, perhaps an archived one',
      });
  });

  test.each<[string, Doc]>([
    ['nothing', {}],
    ['another format', { ...small(), format: 'csv' }],
    ['a list', []],
  ])('%s', async (_, document) => {
    const codes = await here.owner.codeOf(ImportMenuDocument, { restaurantId: here.id, document });
    expect(codes).toBe('BAD_USER_INPUT');
  });
});

describe('a menu of 2,000 items', () => {
  const document = () => ({ ...small(), categories: manyCategories(2_000) });

  test('is too long for /graphql, and goes to /graphql/import', async () => {
    const post = (path: string, viewer: As) => sent(path, viewer, document());
    expect((await post('/graphql', here.owner)).status).toBe(413);
    expect((await post('/graphql/import', new As(app.url))).status).toBe(401);
    expect((await post('/graphql/import', await guest(app, here))).status).toBe(401);
    const cook = await staff(app, here.id, 'KITCHEN');
    const told = (await (await post('/graphql/import', cook)).json()) as Doc;
    expect(told.errors[0].extensions.code).toBe('FORBIDDEN');
    const { texts } = await app.statements.during(async () => {
      const answer = dataOf<ImportMenuMutation>(
        (await (await post('/graphql/import', here.owner)).json()) as Doc,
      );
      expect(written(answer.importMenu)).toBe('category +20, item +2000, modifierGroup +2, modifier +2');
      const named = answer.importMenu.map(({ changes: some }) => some.length);
      expect(named).toEqual([20, 1_000, 0, 2, 2]);
    });
    expect(texts.length).toBeLessThan(25);
    const again = dataOf<ImportMenuMutation>(
      (await (await post('/graphql/import', here.owner)).json()) as Doc,
    );
    expect(written(again.importMenu)).toBe('');
  }, 120_000);

  test('one item more is refused, with every other fault', async () => {
    const categories = manyCategories(2_001);
    for (const { items } of categories) for (const item of items) item.modifierGroups = [{ ref: 'nowhere' }];
    const told = (await (
      await sent('/graphql/import', here.owner, { ...small(), categories })
    ).json()) as Doc;
    const { fields, detail } = told.errors[0].extensions.problem;
    expect(fields[0]).toEqual({ path: 'document.categories', message: 'has 2001 items; 2000 are allowed' });
    expect(fields).toHaveLength(1_000);
    expect(detail).toBe('The document has 2002 faults; nothing was changed.');
  });

  test('longer than the limit is refused', async () => {
    const headers = { 'content-type': 'application/json', ...here.owner.headers() };
    const body = JSON.stringify({ query: 'a'.repeat(5_000_000) });
    const { status } = await fetch(`${app.url}/graphql/import`, { method: 'POST', headers, body });
    expect(status).toBe(413);
  });
});

function sent(path: string, viewer: As, document: Doc): Promise<Response> {
  const variables = { restaurantId: here.id, document };
  const body = JSON.stringify({ query: print(ImportMenuDocument), variables });
  const headers = { 'content-type': 'application/json', ...viewer.headers() };
  expect(body.length).toBeGreaterThan(256 * 1024);
  return fetch(`${app.url}${path}`, { method: 'POST', headers, body });
}

function manyCategories(items: number): Doc[] {
  return Array.from({ length: 20 }, (_, place) => ({
    ref: `c${place}`,
    slug: `c${place}`,
    title: `Category ${place}`,
    items: Array.from({ length: Math.ceil((items - place) / 20) }, (_, index) => ({
      ref: `i${place}-${index}`,
      title: `Item ${place} ${index}`,
      description:
        'A dish with a description of the length that restaurants write, more or less, of their dishes.',
      price: 100 + index,
      modifierGroups: [{ ref: 'g1' }],
    })),
  }));
}
