import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ArchiveRestaurantDocument,
  MenuUpdatesDocument,
  SetItemAvailableDocument,
  SetModifierAvailableDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { type Place, place } from '../support/build.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

test('everybody hears what changes on a menu, in order, and resumes after the last number', async () => {
  const itemId = here.coke.id;
  const set = (available: boolean) => here.owner.ask(SetItemAvailableDocument, { itemId, available });
  const nobody = new As(app.url);
  const stream = nobody.live(MenuUpdatesDocument, { slug: here.slug });
  const { menuUpdates: first } = await stream.at(0);
  expect([first.verdict, first.menu!.categories[0]!.items.length]).toEqual(['SNAPSHOT', 2]);
  await set(false);
  const { menuUpdates: off } = await stream.at(1);
  expect(off.change).toMatchObject({
    kind: 'menu.item-86ed',
    id: itemId,
    items: [{ id: itemId, available: false }],
  });
  expect(off.previous).toBeLessThanOrEqual(first.number);
  expect(off.menu!.version).toBeGreaterThan(first.menu!.version);
  await nobody.hangUp();
  await set(true);
  await here.owner.ask(SetModifierAvailableDocument, { modifierId: here.pizza.cheeseId, available: false });
  const again = nobody.live(MenuUpdatesDocument, { slug: here.slug, after: off.number });
  await again.at(2);
  expect(again.messages.map(({ menuUpdates: { verdict, change } }) => verdict ?? change!.kind)).toEqual([
    'RESUMED',
    'menu.item-back',
    'menu.modifier-86ed',
  ]);
  expect(again.messages[2]!.menuUpdates.change!.items.map(({ id }) => id)).toEqual([here.pizza.id]);
  await here.owner.ask(ArchiveRestaurantDocument, { restaurantId: here.id });
  expect((await again.refused()).code).toBe('NOT_FOUND');
  await nobody.hangUp();
});

test('whoever holds a number older than the log, or beyond its end, starts over with the menu as it is', async () => {
  const there = await place(app);
  const nobody = new As(app.url);
  const begun = (after: number | null) => nobody.live(MenuUpdatesDocument, { slug: there.slug, after });
  const firstOf = async (after: number | null) => (await begun(after).at(0)).menuUpdates;
  const set = (available: boolean) =>
    there.owner.ask(SetItemAvailableDocument, { itemId: there.coke.id, available });
  const held = await firstOf(null);
  await set(false);
  const last = await firstOf(held.number);
  expect([last.verdict, last.menu]).toEqual(['RESUMED', null]);
  const { number } = await firstOf(null);
  await rows(app.database.em(), sql`delete from event where stream = ${there.id} and number <= ${number}`);
  for (const after of [held.number, 0, -1, number + 1, 2 ** 31 - 1]) {
    const reset = await firstOf(after);
    expect(reset).toMatchObject({ verdict: 'RESET', number, previous: number, change: null });
    const items = reset.menu!.categories.flatMap((category) => category.items);
    expect(items.find(({ id }) => id === there.coke.id)).toMatchObject({ available: false });
  }
  expect((await firstOf(number)).verdict).toBe('RESUMED');
  const beyond = begun(number + 1);
  await beyond.at(0);
  await set(true);
  const { menuUpdates: next } = await beyond.at(1);
  expect(next).toMatchObject({ verdict: null, change: { kind: 'menu.item-back' } });
  expect(next.previous).toBeLessThanOrEqual(number);
  await nobody.hangUp();
});
