import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  EditItemDocument,
  MenuDocument,
  type MenuQuery,
  ParseOrderDocument,
  SetItemAvailableDocument,
  SetItemStockDocument,
} from '../../schema/operations.ts';
import { told } from '../carts/cart.ts';
import { wholeMenu } from '../menus/menu-writing.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, dataOf } from '../support/as.ts';
import { guest, key, type Place, place } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { placedOrder } from '../support/order.ts';

let database: TestDatabase;
let one: TestApp;
let other: TestApp;
let here: Place;

beforeAll(async () => {
  database = await makeDatabase();
  // The ring alone carries the news: the timer would take minutes.
  const config = { pollMs: 600_000 };
  [one, other] = [await startApp({ config, on: database }), await startApp({ config, on: database })];
  here = await place(one);
});

afterAll(async () => {
  await other.close();
  await one.close();
  await database.drop();
});

async function menuAtOther(): Promise<MenuQuery['menu']> {
  return (await new As(other.url).ask(MenuDocument, { slug: here.slug })).menu;
}

/** Its menu, as soon as it is the one that staff see here. */
async function newestAtOther(): Promise<MenuQuery['menu']> {
  const { version } = await wholeMenu(here);
  let menu = await menuAtOther();
  while (menu.version < version) menu = await menuAtOther();
  return menu;
}

const cokeIn = ({ categories }: MenuQuery['menu']) =>
  categories.flatMap(({ items }) => items).find(({ id }) => id === here.coke.id)!;

test('a change through one process is seen through the other', async () => {
  const before = await newestAtOther();
  await here.owner.ask(EditItemDocument, { id: here.coke.id, input: { price: 333 } });
  const after = await newestAtOther();
  expect([cokeIn(before).price.amount, cokeIn(after).price.amount]).toEqual([250, 333]);
  expect(after.version).toBe(before.version + 1);
});

test('what the other remembers as an answer is forgotten with the change, whatever the document', async () => {
  const asking = ['{ menu(slug: $slug) { version } }', '{ menu(slug: $slug) { title version } }'];
  const versions = () =>
    Promise.all(
      asking.map(async (selection) => {
        const query = `query ($slug: String!) ${selection}`;
        const answer = await new As(other.url).raw<Pick<MenuQuery, 'menu'>>(query, { slug: here.slug });
        return dataOf(answer).menu.version;
      }),
    );
  const { version } = await newestAtOther();
  for (const _ of ['made', 'remembered']) expect(await versions()).toEqual([version, version]);
  await here.owner.ask(EditItemDocument, { id: here.coke.id, input: { price: 334 } });
  await newestAtOther();
  expect(await versions()).toEqual([version + 1, version + 1]);
});

test('while nothing changes the other serves it from its memory', async () => {
  await newestAtOther();
  expect((await other.statements.during(menuAtOther)).texts).toEqual([]);
});

test('what runs out by an order through one is sold out through the other, for its menu and its parser', async () => {
  await newestAtOther();
  await here.owner.ask(SetItemStockDocument, { input: { itemId: here.coke.id, remaining: 1 } });
  await placedOrder(await guest(one, here), here);
  expect(cokeIn(await newestAtOther()).available).toBe(false);
  const anna = await guest(other, here);
  const sentence = { restaurantSlug: here.slug, text: 'a coke', cartVersion: 0, idempotencyKey: key() };
  const { parseOrder } = await anna.ask(ParseOrderDocument, sentence);
  expect([told(parseOrder.cart), parseOrder.warnings.map(({ code }) => code)]).toEqual([[], ['SOLD_OUT']]);
});

test('what is 86ed through one is off through the other, until it is back', async () => {
  const itemId = here.pizza.id;
  const pizza = async () =>
    (await newestAtOther()).categories.flatMap(({ items }) => items).find(({ id }) => id === itemId)!;
  for (const available of [false, true]) {
    await here.owner.ask(SetItemAvailableDocument, { itemId, available });
    expect((await pizza()).available).toBe(available);
  }
});
