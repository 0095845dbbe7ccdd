import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ParseOrderDocument } from '../../schema/operations.ts';
import { seedMenu } from '../../src/database/seed-menu.ts';
import { told } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { guest, key, type Place, place } from '../support/build.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  const em = app.database.em();
  em.setFilterParams('tenant', { restaurantId: here.id });
  await seedMenu(em, here.id);
  await em.flush();
});

afterAll(() => app.close());

test.each([
  ['en', 'two lasagnes and a double espresso please'],
  ['es', 'dos lasañas y un café solo doble, por favor'],
  ['fr', "deux lasagnes et un double expresso s'il vous plaît"],
  ['de', 'zwei Lasagne und einen doppelten Espresso bitte'],
  ['it', 'due lasagne e un espresso doppio per favore'],
  ['pt', 'duas lasanhas e um café expresso duplo, por favor'],
  ['zh', '两份千层面和一杯双份浓缩咖啡，谢谢'],
  ['ja', 'ラザニアを二つとエスプレッソのダブルを一つお願いします'],
  ['ar', 'اثنين لازانيا وإسبريسو دبل من فضلك'],
  ['hi', 'दो लज़ान्या और एक डबल एस्प्रेसो दीजिए'],
])('an order in “%s” finds the demo menu, which is written in English', async (language, text) => {
  const anna = await guest(app, here);
  const sentence = { restaurantSlug: here.slug, text, cartVersion: 0, idempotencyKey: key() };
  const { parseOrder } = await anna.ask(ParseOrderDocument, sentence);
  expect(parseOrder).toMatchObject({ language, unmatched: [], warnings: [] });
  expect(told(parseOrder.cart)).toEqual(['2 Lasagne', '1 Espresso Double']);
});
