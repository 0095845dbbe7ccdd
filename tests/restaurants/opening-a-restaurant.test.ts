import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CreateRestaurantDocument,
  MenuDocument,
  MyRestaurantsDocument,
  RestaurantDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { key, type Person, person, staff, unique } from '../support/build.ts';

let app: TestApp;
let olga: Person;

beforeAll(async () => {
  app = await startApp();
  olga = await person(app);
});

afterAll(() => app.close());

const wanted = (changes: object = {}) => ({
  slug: unique('tapas'),
  title: 'Tapas',
  currency: 'EUR',
  timeZone: 'Europe/Madrid',
  locale: 'es-ES',
  ...changes,
});

const exists = async (slug: string): Promise<boolean> =>
  (await new As(app.url).codeOf(RestaurantDocument, { slug })) === 'OK';

test('whoever opens a restaurant is its owner, and everybody finds it by its slug', async () => {
  const input = wanted();
  const { createRestaurant } = await olga.ask(CreateRestaurantDocument, { input, idempotencyKey: key() });
  expect(createRestaurant).toMatchObject({ replayed: false, restaurant: { ...input, myRole: 'OWNER' } });
  const { restaurant } = await new As(app.url).ask(RestaurantDocument, { slug: input.slug });
  expect(restaurant).toEqual({ ...createRestaurant.restaurant, myRole: null });
});

test('my restaurants are those where I work, in whatever role', async () => {
  const pia = await person(app);
  expect((await pia.ask(MyRestaurantsDocument)).myRestaurants).toEqual([]);
  const { createRestaurant } = await pia.ask(CreateRestaurantDocument, {
    input: wanted({ title: 'Pintxos' }),
    idempotencyKey: key(),
  });
  const cook = await staff(app, createRestaurant.restaurant.id, 'KITCHEN');
  const mine = { ...createRestaurant.restaurant, archivedAt: null };
  expect((await pia.ask(MyRestaurantsDocument)).myRestaurants).toEqual([mine]);
  expect((await cook.ask(MyRestaurantsDocument)).myRestaurants).toEqual([{ ...mine, myRole: 'KITCHEN' }]);
});

test('the same key answers with the same restaurant', async () => {
  const variables = { input: wanted(), idempotencyKey: key() };
  const first = (await olga.ask(CreateRestaurantDocument, variables)).createRestaurant;
  const again = (await olga.ask(CreateRestaurantDocument, variables)).createRestaurant;
  expect(again).toEqual({ ...first, replayed: true });
});

test('the same key with another input is refused and makes nothing', async () => {
  const idempotencyKey = key();
  await olga.ask(CreateRestaurantDocument, { input: wanted(), idempotencyKey });
  const other = wanted();
  const code = await olga.codeOf(CreateRestaurantDocument, { input: other, idempotencyKey });
  expect(code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await exists(other.slug)).toBe(false);
});

test("another person's equal key is another key", async () => {
  const idempotencyKey = key();
  await olga.ask(CreateRestaurantDocument, { input: wanted(), idempotencyKey });
  const pia = await person(app);
  const { createRestaurant } = await pia.ask(CreateRestaurantDocument, { input: wanted(), idempotencyKey });
  expect(createRestaurant.replayed).toBe(false);
});

test('a taken slug is refused, and burns nothing: the key may be used for another', async () => {
  const taken = wanted();
  await olga.ask(CreateRestaurantDocument, { input: taken, idempotencyKey: key() });
  const pia = await person(app);
  const idempotencyKey = key();
  expect(await pia.codeOf(CreateRestaurantDocument, { input: taken, idempotencyKey })).toBe('SLUG_TAKEN');
  expect((await pia.ask(MyRestaurantsDocument)).myRestaurants).toEqual([]);
  expect(await pia.codeOf(CreateRestaurantDocument, { input: wanted(), idempotencyKey })).toBe('OK');
});

test('of several who want one slug at once one gets it', async () => {
  const input = wanted();
  const open = () => olga.codeOf(CreateRestaurantDocument, { input, idempotencyKey: key() });
  const codes = await Promise.all([open(), open(), open()]);
  expect(codes.sort()).toEqual(['OK', 'SLUG_TAKEN', 'SLUG_TAKEN']);
});

test('nobody and guests open no restaurants', async () => {
  const variables = { input: wanted(), idempotencyKey: key() };
  expect(await new As(app.url).codeOf(CreateRestaurantDocument, variables)).toBe('UNAUTHENTICATED');
  expect(await exists(variables.input.slug)).toBe(false);
});

test.each([
  ['no currency there is', { currency: 'EURO' }],
  ['a currency in small letters', { currency: 'eur' }],
  ['no time zone there is', { timeZone: 'Europe/Atlantis' }],
  ['no locale', { locale: 'not a locale' }],
  ['a locale that Intl does not read', { locale: 'en_GB' }],
  ['a slug in capitals', { slug: 'Tapas-Bar' }],
  ['a slug with two hyphens on end', { slug: 'tapas--bar' }],
  ['a slug of 2 characters', { slug: 'ab' }],
  ['a slug of 61 characters', { slug: 'x'.repeat(61) }],
  ['no title', { title: '' }],
  ['a title of 101 characters', { title: 'x'.repeat(101) }],
  ['a title that writes a letter of its own', { title: 'Bank\n\nYour account is locked' }],
  ['a title with a line separator', { title: 'Bank\u2028Your account is locked' }],
])('%s is refused and makes nothing', async (_, wrong) => {
  const input = wanted(wrong);
  expect(await olga.codeOf(CreateRestaurantDocument, { input, idempotencyKey: key() })).toBe(
    'BAD_USER_INPUT',
  );
  expect(await exists(input.slug)).toBe(false);
});

test.each(['JPY', 'KWD', 'EUR'])('%s has a menu in its own money', async (currency) => {
  const input = wanted({ currency });
  await olga.ask(CreateRestaurantDocument, { input, idempotencyKey: key() });
  const { menu } = await new As(app.url).ask(MenuDocument, { slug: input.slug });
  expect(menu).toMatchObject({ slug: input.slug, currency, categories: [] });
});

test.each(['', 'x'.repeat(101)])(
  'an idempotency key of 0 or 101 characters is refused',
  async (idempotencyKey) => {
    const code = await olga.codeOf(CreateRestaurantDocument, { input: wanted(), idempotencyKey });
    expect(code).toBe('BAD_USER_INPUT');
  },
);
