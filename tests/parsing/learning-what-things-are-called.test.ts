import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AddToOrderDocument,
  type AliasSuggestionSort,
  AliasSuggestionsDocument,
  type AliasSuggestionsQueryVariables,
  ApproveAliasDocument,
  ArchiveMenuEntryDocument,
  ClearCartDocument,
  DismissAliasDocument,
  EditItemDocument,
  MenuAliasesDocument,
  ParseOrderDocument,
  PlaceOrderDocument,
  RemoveCartLineDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { look, told } from '../carts/cart.ts';
import { askingUntil } from '../events/asking-until.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, itemOf, key, type Place, person, place, staff } from '../support/build.ts';
import { statementsOf } from '../support/statements-of.ts';
import { learnt, meant, order, pick, say, suggestions } from './misheard.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp({ config: { sweepMs: 20, eventDays: 30 } });
});

beforeEach(async () => {
  here = await place(app);
});

afterAll(() => app.close());

/** What managers are shown: `wobble = ITEM Coke, 2`. */
const shown = async () =>
  (await suggestions(here.owner, here.id))
    .map(({ phrase, noun, title, carts }) => `${phrase} = ${noun} ${title}, ${carts}`)
    .sort();

const stored = () =>
  rows<Record<string, unknown>>(
    app.database.em(),
    sql`select phrase, carts, status from alias_suggestion where restaurant_id = ${here.id}`,
  );

async function placing(viewer: As) {
  const { id: cartId, version: cartVersion } = await cartOf(viewer, here);
  return { cartId, cartVersion, idempotencyKey: key() };
}

/** As often as wanted, each time by another guest. */
async function said(text: string, itemId = here.coke.id, times = 2): Promise<void> {
  for (let guests = 0; guests < times; guests += 1)
    await meant(app, await guest(app, here), here, text, itemId);
}

const idOf = async (phrase: string) =>
  (await suggestions(here.owner, here.id)).find((one) => one.phrase === phrase)!.id;

test('what two guests say and then pick and order is suggested, and understood once it is approved', async () => {
  await said('two Wöbbles, please');
  const [suggestion] = await suggestions(here.owner, here.id);
  expect(suggestion).toMatchObject({ noun: 'ITEM', entryId: here.coke.id, title: 'Coke', carts: 2 });
  const { id, phrase } = suggestion!;
  expect(phrase).toBe('wobbles');
  expect(await here.owner.ask(ApproveAliasDocument, { id })).toEqual({ approveAlias: true });
  expect(await suggestions(here.owner, here.id)).toEqual([]);
  const { menuAliases } = await here.owner.ask(MenuAliasesDocument, { restaurantId: here.id });
  expect(menuAliases).toEqual([{ noun: 'ITEM', id: here.coke.id, title: 'Coke', aliases: ['wobbles'] }]);
  for (let lines: string[] = []; lines.length === 0; ) {
    const anna = await guest(app, here);
    await say(anna, here, 'three wobbles');
    lines = told(await look(anna, await cartOf(anna, here)));
    if (lines.length > 0) expect(lines).toEqual(['3 Coke']);
  }
  expect(await here.owner.codeOf(ApproveAliasDocument, { id })).toBe('OK');
});

test('what only one cart has said is not shown, and not even written down', async () => {
  const anna = await guest(app, here);
  for (let times = 0; times < 3; times += 1)
    await meant(app, anna, here, 'my friend Florentine', here.coke.id);
  expect(await shown()).toEqual([]);
  const held = await stored();
  expect(held.length).toBeGreaterThan(0);
  expect(held).toEqual(held.map(() => ({ phrase: null, carts: 1, status: 'OPEN' })));
  const [row] = await rows<{ id: string }>(
    app.database.em(),
    sql`select id from alias_suggestion where restaurant_id = ${here.id}`,
  );
  expect(await here.owner.codeOf(ApproveAliasDocument, { id: row!.id })).toBe('NOT_FOUND');
  expect(await here.owner.codeOf(DismissAliasDocument, { id: row!.id })).toBe('NOT_FOUND');
});

test('a modifier and a variant that are picked are suggested too', async () => {
  const { pizza } = here;
  for (let guests = 0; guests < 2; guests += 1) {
    const anna = await guest(app, here);
    await say(anna, here, 'wobble');
    await pick(anna, here, { itemId: pizza.id, variantId: pizza.largeId, withIds: [pizza.cheeseId] });
    await order(app, anna, here);
  }
  expect(await shown()).toEqual([
    'wobble = ITEM Margherita, 2',
    'wobble = MODIFIER Extra cheese, 2',
    'wobble = VARIANT Large, 2',
  ]);
});

test('of what may mean several things only one of those is learnt', async () => {
  const { owner, categoryId, coke } = here;
  const ale = await itemOf(owner, categoryId, 'Ginger ale', 300);
  for (const id of [coke.id, ale.id]) await owner.ask(EditItemDocument, { id, input: { aliases: ['fizz'] } });
  for (let guests = 0; guests < 2; guests += 1) {
    const anna = await guest(app, here);
    await say(anna, here, 'a fizz');
    await pick(anna, here, { itemId: here.pizza.id }, { itemId: ale.id });
    await order(app, anna, here);
  }
  expect(await shown()).toEqual(['fizz = ITEM Ginger ale, 2']);
});

test('an order that is added to another teaches as well', async () => {
  for (let guests = 0; guests < 2; guests += 1) {
    const anna = await guest(app, here);
    await pick(anna, here, { itemId: here.pizza.id });
    const placed = await anna.ask(PlaceOrderDocument, await placing(anna));
    await say(anna, here, 'wobble');
    await pick(anna, here, { itemId: here.coke.id });
    const { id: orderId, version: expectedVersion } = placed.placeOrder.order;
    await anna.ask(AddToOrderDocument, { orderId, expectedVersion, ...(await placing(anna)) });
    await learnt(app);
  }
  expect(await shown()).toEqual(['wobble = ITEM Coke, 2']);
});

describe('nothing is learnt', () => {
  const nothing = async () => {
    expect(await shown()).toEqual([]);
    expect(await stored()).toEqual([]);
  };

  test.each([
    ['a number to call', 'wobble 0171 123456'],
    ['an allergy', 'i am allergic to wobbles'],
    ['many words', 'wobble gribble frobble zibble snibble mobble'],
    ['many phrases', 'wobble, gribble, frobble, zibble'],
    ['long words', `wobble${'wobble'.repeat(10)}`],
  ])('of %s', async (_, text) => {
    await said(text);
    await nothing();
  });

  test('of what was picked before it was said', async () => {
    for (let guests = 0; guests < 2; guests += 1) {
      const anna = await guest(app, here);
      await pick(anna, here, { itemId: here.coke.id });
      await say(anna, here, 'wobble');
      await order(app, anna, here);
    }
    await nothing();
  });

  test('of what was taken out again, of a cart that was cleared, and of one that nobody orders', async () => {
    for (let guests = 0; guests < 2; guests += 1) {
      const [anna, ben, carl] = [await guest(app, here), await guest(app, here), await guest(app, here)];
      for (const one of [anna, ben, carl]) {
        await say(one, here, 'wobble');
        await pick(one, here, { itemId: here.coke.id });
      }
      const { id: cartId, version: cartVersion, lines } = await look(anna, await cartOf(anna, here));
      await anna.ask(RemoveCartLineDocument, { input: { cartId, cartVersion }, lineId: lines[0]!.id });
      await say(anna, here, 'a margherita');
      await order(app, anna, here);
      const bens = await cartOf(ben, here);
      await ben.ask(ClearCartDocument, { input: { cartId: bens.id, cartVersion: bens.version } });
      await pick(ben, here, { itemId: here.coke.id });
      await order(app, ben, here);
    }
    await nothing();
  });

  test('of whoever picks many things', async () => {
    const items = await Promise.all(
      ['A', 'B', 'C', 'D'].map((title) => itemOf(here.owner, here.categoryId, `Dish ${title}`, 100)),
    );
    for (let guests = 0; guests < 2; guests += 1) {
      const anna = await guest(app, here);
      await say(anna, here, 'wobble');
      await pick(anna, here, ...items.map(({ id: itemId }) => ({ itemId })), { itemId: here.coke.id });
      await order(app, anna, here);
    }
    await nothing();
  });
});

test('an order of what was understood costs no statement more, and one that teaches one', async () => {
  const costOf = async (text: string) => {
    const anna = await guest(app, here);
    await say(anna, here, text);
    await pick(anna, here, { itemId: here.coke.id });
    const variables = await placing(anna);
    const texts = await statementsOf(app, () => anna.ask(PlaceOrderDocument, variables));
    await learnt(app);
    return texts.filter((one) => one.startsWith('insert into job')).length;
  };
  expect(await costOf('a coke')).toBe(0);
  expect(await costOf('a wobble')).toBe(1);
});

test('what is dismissed is shown no more, however often it is said', async () => {
  await said('wobble');
  const id = await idOf('wobble');
  expect(await here.owner.ask(DismissAliasDocument, { id })).toEqual({ dismissAlias: true });
  expect(await here.owner.codeOf(DismissAliasDocument, { id })).toBe('OK');
  await said('wobble');
  expect(await shown()).toEqual([]);
  expect(await stored()).toEqual([{ phrase: 'wobble', carts: 4, status: 'DISMISSED' }]);
});

test('what has twenty aliases gets none more, and what is off the menu none', async () => {
  const { owner, coke } = here;
  await said('wobble');
  const id = await idOf('wobble');
  const aliases = Array.from({ length: 20 }, (_, index) => `name ${index} of it`);
  await owner.ask(EditItemDocument, { id: coke.id, input: { aliases } });
  expect(await owner.codeOf(ApproveAliasDocument, { id })).toBe('BAD_USER_INPUT');
  expect(await shown()).toEqual(['wobble = ITEM Coke, 2']);
  await owner.ask(EditItemDocument, { id: coke.id, input: { aliases: ['Wobble'] } });
  expect(await owner.codeOf(ApproveAliasDocument, { id })).toBe('OK');
  await said('gribble', here.pizza.id);
  const other = await idOf('gribble');
  await owner.ask(ArchiveMenuEntryDocument, { noun: 'ITEM', id: here.pizza.id });
  expect(await shown()).toEqual([]);
  expect(await owner.codeOf(ApproveAliasDocument, { id: other })).toBe('NOT_FOUND');
});

test('managers judge, and nobody else; of another restaurant nobody', async () => {
  await said('wobble');
  const id = await idOf('wobble');
  const { owner: stranger } = await place(app);
  const codes = async (viewer: As) => [
    await viewer.codeOf(AliasSuggestionsDocument, { restaurantId: here.id }),
    await viewer.codeOf(ApproveAliasDocument, { id }),
    await viewer.codeOf(DismissAliasDocument, { id }),
  ];
  for (const role of ['KITCHEN', 'FLOOR', 'COURIER'] as const)
    expect(await codes(await staff(app, here.id, role))).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  for (const viewer of [await guest(app, here), await person(app), stranger])
    expect(await codes(viewer)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  expect(await shown()).toEqual(['wobble = ITEM Coke, 2']);
  expect(await codes(await staff(app, here.id, 'MANAGER'))).toEqual(['OK', 'OK', 'OK']);
});

test('they come in pages, the newest first', async () => {
  const phrases = ['wobble', 'gribble', 'frobble'];
  for (const phrase of phrases) await said(phrase);
  const page = async (variables: { first?: number; after?: string; last?: number }) => {
    const asked = { restaurantId: here.id, withTotal: true, ...variables };
    const { edges, pageInfo, totalCount } = (await here.owner.ask(AliasSuggestionsDocument, asked))
      .aliasSuggestions;
    return {
      phrases: edges.map(({ node }) => node.phrase),
      more: pageInfo.hasNextPage,
      totalCount,
      pageInfo,
    };
  };
  const first = await page({ first: 2 });
  expect(first).toMatchObject({ phrases: ['frobble', 'gribble'], more: true, totalCount: 3 });
  expect(await page({ first: 2, after: first.pageInfo.endCursor! })).toMatchObject({ phrases: ['wobble'] });
  expect(await page({ last: 1 })).toMatchObject({ phrases: ['wobble'] });
});

test('they are found by what was said, chosen and how often, and come in the order that is wanted', async () => {
  await said('crème wobble');
  await said('gribble', here.pizza.id);
  await said('frobble', here.coke.id, 3);
  type Asked = Omit<AliasSuggestionsQueryVariables, 'restaurantId'>;
  const found = async (asked: Asked) => {
    const { aliasSuggestions } = await here.owner.ask(AliasSuggestionsDocument, {
      restaurantId: here.id,
      ...asked,
    });
    return aliasSuggestions.edges.map(({ node }) => node.phrase);
  };
  const by = (sort: AliasSuggestionSort, descending = false): Asked => ({
    orderBy: [{ by: sort, descending }],
  });
  expect(await found(by('CARTS', true))).toEqual(['frobble', 'gribble', 'creme wobble']);
  expect(await found(by('PHRASE'))).toEqual(['creme wobble', 'frobble', 'gribble']);
  expect(await found(by('FIRST_SEEN_AT'))).toEqual(['creme wobble', 'gribble', 'frobble']);
  expect(await found(by('LAST_SEEN_AT', true))).toEqual(['frobble', 'gribble', 'creme wobble']);
  const filtered = (filter: Asked['filter']) => found({ filter });
  expect(await filtered({ text: 'CRÈME' })).toEqual(['creme wobble']);
  expect(await filtered({ text: '%' })).toEqual([]);
  expect(await filtered({ entryId: here.pizza.id })).toEqual(['gribble']);
  expect(await filtered({ noun: ['MODIFIER', 'VARIANT'] })).toEqual([]);
  expect(await filtered({ cartsAtLeast: 3 })).toEqual(['frobble']);
  expect(await filtered({ noun: ['ITEM'], cartsAtLeast: 2, entryId: here.coke.id })).toEqual([
    'frobble',
    'creme wobble',
  ]);
  expect(await filtered({ seenSince: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
});

test('what nobody says for as long as events are kept goes, but for what was approved', async () => {
  for (const phrase of ['wobble', 'gribble', 'frobble']) await said(phrase);
  await here.owner.ask(ApproveAliasDocument, { id: await idOf('gribble') });
  await rows(
    app.database.em(),
    sql`update alias_suggestion set last_seen_at = now() - interval '31 days' where phrase in ('wobble', 'gribble')`,
  );
  await askingUntil(async () => (await stored()).length === 2);
  expect((await stored()).map(({ phrase }) => phrase).sort()).toEqual(['frobble', 'gribble']);
});

test('a text that is too long is refused, and remembered nowhere', async () => {
  const anna = await guest(app, here);
  const variables = { restaurantSlug: here.slug, cartVersion: 0, idempotencyKey: key() };
  const text = `wobble ${'x'.repeat(2000)}`;
  expect(await anna.codeOf(ParseOrderDocument, { ...variables, text })).toBe('BAD_USER_INPUT');
  const carts = await rows(
    app.database.em(),
    sql`select 1 from cart where heard is not null and restaurant_id = ${here.id}`,
  );
  expect(carts).toEqual([]);
});
