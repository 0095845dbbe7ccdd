import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ArchiveRestaurantDocument,
  MenuUpdatesDocument,
  SetItemAvailableDocument,
  SetModifierAvailableDocument,
} from '../../schema/operations.ts';
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
