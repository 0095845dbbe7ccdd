import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { EditItemDocument, MenuDocument, type MenuQuery } from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { type Place, place } from '../support/build.ts';
import { wholeMenu } from './menu-writing.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  // Nothing but the bell says what is new here, and no timer's statement is counted.
  app = await startApp({ config: { pollMs: 600_000, menuCache: 2 } });
});

beforeEach(async () => {
  here = await place(app);
});

afterAll(() => app.close());

async function menuOf({ slug }: Pick<Place, 'slug'>): Promise<MenuQuery['menu']> {
  return (await new As(app.url).ask(MenuDocument, { slug })).menu;
}

const statementsFor = async (place: Place): Promise<number> =>
  (await app.statements.during(() => menuOf(place))).texts.length;

/** The menu as soon as it has this version. */
async function menuWith(version: number): Promise<MenuQuery['menu']> {
  let menu = await menuOf(here);
  while (menu.version < version) menu = await menuOf(here);
  return menu;
}

test('while nothing changes every read is the same menu and costs no SQL', async () => {
  const first = await menuWith((await wholeMenu(here)).version);
  const { answer, texts } = await app.statements.during(async () => {
    return Promise.all(Array.from({ length: 20 }, () => menuOf(here)));
  });
  for (const menu of answer) expect(menu).toEqual(first);
  expect(texts).toEqual([]);
});

test('twenty who ask at once for a menu that nobody has read yet make it once', async () => {
  const alone = await statementsFor(await place(app));
  const { texts } = await app.statements.during(() =>
    Promise.all(Array.from({ length: 20 }, () => menuOf(here))),
  );
  expect(texts.length).toBe(alone);
});

test('a change raises the version by one and reaches the menu', async () => {
  const before = await menuWith((await wholeMenu(here)).version);
  await here.owner.ask(EditItemDocument, { id: here.coke.id, input: { price: 275 } });
  const after = await menuWith(before.version + 1);
  expect(after.version).toBe(before.version + 1);
  const coke = after.categories[0]!.items.find(({ id }) => id === here.coke.id)!;
  expect(coke.price).toEqual({ amount: 275, currency: 'EUR', formatted: '€2.75' });
});

test('a refused change leaves the version and the memory alone', async () => {
  const { version } = await menuWith((await wholeMenu(here)).version);
  const edit = { id: here.coke.id, input: { categoryId: here.coke.id } };
  expect(await here.owner.codeOf(EditItemDocument, edit)).toBe('NOT_FOUND');
  expect((await wholeMenu(here)).version).toBe(version);
  expect(await statementsFor(here)).toBe(0);
});

test("a change at one restaurant leaves another's menu in memory", async () => {
  const there = await place(app);
  await menuWith((await wholeMenu(here)).version);
  await menuOf(there);
  const { version } = await wholeMenu(here);
  await here.owner.ask(EditItemDocument, { id: here.coke.id, input: { price: 275 } });
  await menuWith(version + 1);
  expect(await statementsFor(there)).toBe(0);
});

test('as many menus are kept as configured; the one read longest ago goes first', async () => {
  const [a, b, c] = [here, await place(app), await place(app)];
  for (const one of [a, b, a, c]) await menuOf(one);
  expect([await statementsFor(a), await statementsFor(c)]).toEqual([0, 0]);
  expect(await statementsFor(b)).toBeGreaterThan(0);
});

test('an unknown slug is not found, however often it is asked for', async () => {
  for (const slug of ['no-such-place', 'no-such-place', ''])
    expect(await new As(app.url).codeOf(MenuDocument, { slug })).toBe('NOT_FOUND');
});
