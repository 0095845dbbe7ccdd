import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  CreateRestaurantDocument,
  MenuDocument,
  OpenCartDocument,
  ParseOrderDocument,
  RestaurantDocument,
  StartVisitDocument,
  UpdateRestaurantDocument,
} from '../../schema/operations.ts';
import { answerOf } from '../door.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, key, type Place, person, place, unique } from '../support/build.ts';

let app: TestApp;
let here: Place;
/** Where it was, and where it is. */
let was: string;
let is: string;

beforeAll(async () => {
  app = await startApp({ config: { pollMs: 600_000 } });
});

beforeEach(async () => {
  here = await place(app);
  was = here.slug;
  is = unique('moved');
  await move(is, 1);
});

afterAll(() => app.close());

const moving = (slug: string, expectedVersion: number, { id } = here) => ({
  restaurantId: id,
  input: { slug },
  expectedVersion,
});

async function move(slug: string, expectedVersion: number): Promise<void> {
  await here.owner.ask(UpdateRestaurantDocument, moving(slug, expectedVersion));
}

test('the slug it had leads to it everywhere, and every answer says the one it has', async () => {
  const nobody = new As(app.url);
  for (const slug of [was, is]) {
    expect((await nobody.ask(RestaurantDocument, { slug })).restaurant).toMatchObject({
      id: here.id,
      slug: is,
    });
    expect((await nobody.ask(MenuDocument, { slug })).menu).toMatchObject({
      restaurantId: here.id,
      slug: is,
    });
    const { startVisit } = await nobody.ask(StartVisitDocument, { slug, tableCode: here.tableCode });
    expect(startVisit).toMatchObject({ restaurant: { slug: is }, table: { id: here.tableId } });
    const anna = new As(app.url, { visitToken: startVisit.visitToken });
    const { openCart } = await anna.ask(OpenCartDocument, { restaurantSlug: slug });
    expect(openCart.tableId).toBe(here.tableId);
    const sentence = { restaurantSlug: slug, text: 'a coke', cartVersion: 0, idempotencyKey: key() };
    expect((await anna.ask(ParseOrderDocument, sentence)).parseOrder.cart.lines).toHaveLength(1);
  }
});

test('a printed link goes on to where the restaurant is now, for a table and for the counter', async () => {
  const hop = async (path: string) => {
    const answer = await fetch(`${app.url}${path}`, { redirect: 'manual' });
    return [answer.status, new URL(answer.headers.get('location')!, `${app.url}${path}`).pathname];
  };
  expect(await hop(`/r/${was}/${here.tableCode}`)).toEqual([307, `/r/${is}/${here.tableCode}`]);
  expect(await hop(`/r/${was}`)).toEqual([307, `/r/${is}`]);
  const { json } = await answerOf(app, `/r/${was}/${here.tableCode}`, { redirect: 'follow' });
  expect(json).toEqual({
    restaurant: 'A place',
    restaurantSlug: is,
    table: 'Table 1',
    tableCode: here.tableCode,
  });
});

test('a dead code is dead under the slug of its time too', async () => {
  expect((await answerOf(app, `/r/${was}/deadcode2345`)).status).toBe(404);
});

test('nobody else gets the slug it had, neither by opening nor by moving', async () => {
  const olga = await person(app);
  const opening = {
    input: { slug: was, title: 'Ours', currency: 'EUR', timeZone: 'Europe/Madrid', locale: 'en-GB' },
    idempotencyKey: key(),
  };
  expect(await olga.codeOf(CreateRestaurantDocument, opening)).toBe('SLUG_TAKEN');
  const elsewhere = await place(app);
  for (const slug of [was, is]) {
    expect(await elsewhere.owner.codeOf(UpdateRestaurantDocument, moving(slug, 1, elsewhere))).toBe(
      'SLUG_TAKEN',
    );
  }
  const { restaurant } = await olga.ask(RestaurantDocument, { slug: was });
  expect(restaurant.id).toBe(here.id);
});

test('it may go back to a slug it had, and the other goes on leading there', async () => {
  await move(was, 2);
  for (const slug of [was, is]) {
    expect((await here.owner.ask(RestaurantDocument, { slug })).restaurant.slug).toBe(was);
  }
});

test('of two that want one slug at once, one gets it', async () => {
  const elsewhere = await place(app);
  const slug = unique('wanted');
  const codes = await Promise.all([
    here.owner.codeOf(UpdateRestaurantDocument, moving(slug, 2)),
    elsewhere.owner.codeOf(UpdateRestaurantDocument, moving(slug, 1, elsewhere)),
  ]);
  expect(codes.sort()).toEqual(['OK', 'SLUG_TAKEN']);
});

test('a restaurant does not collect slugs', async () => {
  for (let version = 2; version <= 19; version += 1) await move(unique('again'), version);
  expect(await here.owner.codeOf(UpdateRestaurantDocument, moving(unique('again'), 20))).toBe(
    'BAD_USER_INPUT',
  );
  expect(await here.owner.codeOf(UpdateRestaurantDocument, moving(was, 20))).toBe('OK');
});

test('a menu that is warm costs nothing under either slug', async () => {
  const read = async (slug: string) => (await new As(app.url).ask(MenuDocument, { slug })).menu.slug;
  for (const slug of [was, is]) {
    await read(slug);
    const { answer, texts } = await app.statements.during(() => read(slug));
    expect([answer, texts]).toEqual([is, []]);
  }
});

test('a menu that was warm under the slug it had says the new one soon', async () => {
  const anna = await guest(app, { slug: is });
  expect((await anna.ask(MenuDocument, { slug: is })).menu.slug).toBe(is);
  const next = unique('next');
  await move(next, 2);
  for (;;) if ((await anna.ask(MenuDocument, { slug: is })).menu.slug === next) return;
});
