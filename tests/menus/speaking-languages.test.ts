import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import {
  CategoriesDocument,
  ItemDocument,
  ItemsByIdDocument,
  ItemsDocument,
  MenuDocument,
  type MenuNoun,
  type MenuQuery,
  type MenuTranslationInput,
  TranslateMenuEntryDocument,
  WholeMenuDocument,
} from '../../schema/operations.ts';
import { acceptedLanguages } from '../../src/server/accepted-languages.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, dataOf } from '../support/as.ts';
import { guest, type Place, place } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let nobody: As;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  nobody = new As(app.url);
  const { pizza, coke, categoryId } = here;
  await say('CATEGORY', categoryId, 'de', { title: 'Speisen', description: 'Aus dem Ofen' });
  await say('ITEM', pizza.id, 'de', { title: 'Pizza Margarethe' });
  await say('ITEM', coke.id, 'pt-BR', { title: 'Refrigerante' });
  await say('VARIANT', pizza.largeId, 'de', { title: 'Groß' });
  await say('MODIFIER', pizza.basilId, 'de', { title: 'Basilikum' });
  await menuUntil(
    'de',
    ({ categories }) => categories[0]!.items[0]!.modifierGroups[0]!.modifiers[0]!.title === 'Basilikum',
  );
});

afterAll(() => app.close());

async function say(
  noun: MenuNoun,
  id: string,
  language: string,
  translation: MenuTranslationInput | null,
  viewer: As = here.owner,
) {
  return viewer.codeOf(TranslateMenuEntryDocument, { noun, id, language, translation });
}

type Menu = MenuQuery['menu'];

async function menuIn(language: string | null, header?: string): Promise<Menu> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(header ? { 'accept-language': header } : {}) },
    body: JSON.stringify({ query: print(MenuDocument), variables: { slug: here.slug, language } }),
  });
  return dataOf<MenuQuery>((await response.json()) as { data: MenuQuery }).menu;
}

/** Menus in memory hear of a change by its event. */
async function menuUntil(language: string, holds: (menu: Menu) => boolean): Promise<Menu> {
  for (;;) {
    const menu = await menuIn(language);
    if (holds(menu)) return menu;
  }
}

const titlesOf = ({ categories }: Menu) => [
  categories[0]!.title,
  ...categories[0]!.items.map(({ title }) => title),
];
const own = ['Food', 'Margherita', 'Coke'];
const german = ['Speisen', 'Pizza Margarethe', 'Coke'];

describe('the menu', () => {
  test('is in what the argument says, where that has a word for it', async () => {
    const menu = await menuIn('de');
    expect(titlesOf(menu)).toEqual(german);
    expect(menu).toMatchObject({ language: 'de', languages: ['de', 'pt-BR'] });
    const [pizza] = menu.categories[0]!.items;
    expect(pizza!.variants.map(({ label }) => label)).toEqual(['Regular', 'Groß']);
    expect(pizza!.price.formatted).toBe('€10.00');
  });

  test.each([
    [undefined, own],
    ['de', german],
    ['DE-at, en;q=0.5', german],
    ['fr, de;q=0.1', german],
    ['en, de;q=0.9', own],
    ['en-GB, de', own],
    ['fr, es', own],
    ['de;q=0, *', own],
    ['*', own],
    ['pt-BR', ['Food', 'Margherita', 'Refrigerante']],
    ['pt', own],
    [';;,=,q', own],
  ])('by Accept-Language: %s', async (header, wanted) => {
    for (let again = 0; again < 2; again += 1) expect(titlesOf(await menuIn(null, header))).toEqual(wanted);
  });

  test('goes by the argument before the header', async () => {
    expect(titlesOf(await menuIn('en', 'de'))).toEqual(own);
    expect(titlesOf(await menuIn('de', 'en'))).toEqual(german);
  });

  test('costs nothing when it is warm, in none of its languages', async () => {
    const cost = async (): Promise<number> => {
      const { texts } = await app.statements.during(async () => {
        for (const header of ['de', 'pt-BR', 'en', 'de-CH', 'ja']) await menuIn(null, header);
        for (const language of ['de', 'pt-BR', 'en']) await menuIn(language);
      });
      return texts.length;
    };
    // News of the last translation may still be on its way, and has the menu read once more.
    while ((await cost()) > 0);
    expect(await cost()).toBe(0);
  });

  test('is for its staff what it is for itself', async () => {
    const { wholeMenu } = await here.owner.ask(WholeMenuDocument, { restaurantId: here.id });
    expect(wholeMenu.categories[0]!.title).toBe('Food');
  });
});

test('lists and single items are read in languages too, and found by their words', async () => {
  const asked = { restaurantSlug: here.slug, language: 'de' };
  const { items } = await nobody.ask(ItemsDocument, { ...asked, filter: { search: 'margarethe' } });
  expect(items.edges.map(({ node }) => node.title)).toEqual(['Pizza Margarethe']);
  const { categories } = await nobody.ask(CategoriesDocument, asked);
  expect(categories[0]).toMatchObject({ title: 'Speisen', description: 'Aus dem Ofen' });
  const { id } = here.coke;
  expect((await nobody.ask(ItemDocument, { id, language: 'pt-BR' })).item.title).toBe('Refrigerante');
  const several = await nobody.ask(ItemsByIdDocument, {
    restaurantId: here.id,
    ids: [id],
    language: 'pt-BR',
  });
  expect(several.itemsById[0]!.title).toBe('Refrigerante');
});

test("orders stay in the restaurant's own language", async () => {
  await say('ITEM', here.coke.id, 'de', { title: 'Cola' });
  const order = await placedOrder(await guest(app, here), here);
  expect(order.lines[0]!.title).toBe('Coke');
  await say('ITEM', here.coke.id, 'de', null);
});

test('what is taken away is said in its own language again', async () => {
  await say('CATEGORY', here.categoryId, 'de', { description: 'Nur das' });
  await menuUntil(
    'de',
    ({ categories }) => categories[0]!.title === 'Food' && categories[0]!.description === 'Nur das',
  );
  await say('CATEGORY', here.categoryId, 'de', null);
  await menuUntil('de', ({ categories }) => categories[0]!.description === null);
});

test.each<[string, Parameters<typeof say>]>([
  ['no language', ['ITEM', '', 'x', { title: 'A' }]],
  ['an over-long one', ['ITEM', '', `de-${'a'.repeat(40)}`, { title: 'A' }]],
  ['an over-long title', ['ITEM', '', 'de', { title: 'a'.repeat(101) }]],
  ['a title of two lines', ['ITEM', '', 'de', { title: 'a\nb' }]],
  ['an empty title', ['ITEM', '', 'de', { title: '' }]],
  ['an over-long description', ['ITEM', '', 'de', { description: 'a'.repeat(1001) }]],
  ['a text that cannot be kept', ['ITEM', '', 'de', { title: 'a\0' }]],
])('refuses %s', async (_, [noun, , language, translation]) => {
  expect(await say(noun, here.coke.id, language, translation)).toBe('BAD_USER_INPUT');
});

test('refuses a description of what has none, and the 21st language of an entry', async () => {
  expect(await say('VARIANT', here.pizza.largeId, 'de', { description: 'Sehr groß' })).toBe('BAD_USER_INPUT');
  const languages = Array.from({ length: 21 }, (_, index) => `de-x-${String(index).padStart(2, 'a')}`);
  const codes = [];
  for (const language of languages)
    codes.push(await say('MODIFIER', here.pizza.cheeseId, language, { title: 'Käse' }));
  expect(codes).toEqual([...Array.from({ length: 20 }, () => 'OK'), 'BAD_USER_INPUT']);
});

test('a header tells at most five languages', () => {
  const header = 'a1-b2-c3, en-us;q=0.3, de, fr;q=0.9, es;q=0.8, it;q=0.7, nl;q=0.6, pt;q=0.5';
  expect(acceptedLanguages(header)).toEqual(['de', 'fr', 'es', 'it', 'nl']);
  expect(acceptedLanguages(undefined)).toEqual([]);
});
