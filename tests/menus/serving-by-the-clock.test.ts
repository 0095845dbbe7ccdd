import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  EditCategoryDocument,
  EditItemDocument,
  ItemsDocument,
  MenuDocument,
  type OpeningDayInput,
  ParseOrderDocument,
  PlaceOrderDocument,
  SetItemAvailableDocument,
  SetModifierAvailableDocument,
  SetVariantAvailableDocument,
  UpdateRestaurantDocument,
  type UpdateRestaurantInput,
} from '../../schema/operations.ts';
import { weekdays } from '../../src/restaurants/opening-hours.ts';
import { add, look, tryToAdd } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, Refused } from '../support/as.ts';
import { cartOf, guest, key, type Place, place } from '../support/build.ts';
import { wholeMenu } from './menu-writing.ts';

let app: TestApp;
let here: Place;
/** What time it is, as the app is told: years ahead, so that no job of a moment here is due. */
let now: Date;

beforeAll(async () => {
  app = await startApp({ clock: () => now });
});

beforeEach(async () => {
  it('2030-06-10T07:00Z');
  here = await place(app);
});

afterAll(() => app.close());

function it(is: string): void {
  now = new Date(is);
}

/** The same on every day. */
function daily(...spans: string[]): OpeningDayInput[] {
  const each = spans.map((span) => ({ from: span.slice(0, 5), to: span.slice(6) }));
  return weekdays.map((day) => ({ day, spans: each }));
}

async function update(input: UpdateRestaurantInput): Promise<void> {
  await here.owner.ask(UpdateRestaurantDocument, { restaurantId: here.id, expectedVersion: 1, input });
}

const serve = (windows: OpeningDayInput[] | null) =>
  here.owner.codeOf(EditCategoryDocument, { id: here.categoryId, input: { windows } });
const serveCoke = (windows: OpeningDayInput[] | null) =>
  here.owner.codeOf(EditItemDocument, { id: here.coke.id, input: { windows } });

/** What guests read, as soon as it is as new as what staff read. */
async function menuNow() {
  const { version } = await wholeMenu(here);
  for (;;) {
    const { menu } = await new As(app.url).ask(MenuDocument, { slug: here.slug });
    if (menu.version >= version) return menu;
  }
}

const cokeNow = async () =>
  (await menuNow()).categories.flatMap(({ items }) => items).find(({ id }) => id === here.coke.id)!;

const refusalOf = (asking: Promise<unknown>): Promise<Refused> =>
  asking.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error) => error as Refused,
  );

const aCoke = () => ({ itemId: here.coke.id, quantity: 1 });

describe('a category with windows', () => {
  test('can be ordered from within them, and says when it can be again; its bytes change at the edge', async () => {
    expect(await serve(daily('08:00-11:00', '18:00-23:00'))).toBe('OK');
    const { version } = await menuNow();
    for (const [at, availableNow, next, changesAt] of [
      ['2030-06-10T08:59:59Z', true, null, '2030-06-10T09:00:00.000Z'],
      ['2030-06-10T09:00:00Z', false, '2030-06-10T16:00:00.000Z', '2030-06-10T16:00:00.000Z'],
      ['2030-06-10T16:00:00Z', true, null, '2030-06-10T21:00:00.000Z'],
      ['2030-06-10T21:00:00Z', false, '2030-06-11T06:00:00.000Z', '2030-06-11T06:00:00.000Z'],
    ] as const) {
      it(at);
      const menu = await menuNow();
      expect(menu).toMatchObject({ version, changesAt });
      expect(menu.categories[0]).toMatchObject({ availableNow, nextAvailableAt: next });
      expect(await cokeNow()).toMatchObject({ available: true, availableNow, nextAvailableAt: next });
    }
  });

  test('costs no statement between its edges', async () => {
    await serve(daily('08:00-11:00'));
    await menuNow();
    it('2030-06-10T08:59:00Z');
    const ask = () => new As(app.url).ask(MenuDocument, { slug: here.slug });
    expect((await app.statements.during(ask)).texts).toEqual([]);
    it('2030-06-10T09:00:00Z');
    expect((await app.statements.during(ask)).texts).not.toEqual([]);
    expect((await app.statements.during(ask)).texts).toEqual([]);
  });

  test('is refused outside of them with a code of its own, and marked in carts', async () => {
    await serve(daily('08:00-11:00'));
    const anna = await guest(app, here);
    const filled = await add(anna, await cartOf(anna, here), aCoke());
    expect(filled.lines[0]!.problem).toBeNull();
    it('2030-06-10T10:00Z');
    const cart = await look(anna, filled);
    const availableAt = '2030-06-11T06:00:00.000Z';
    expect(cart.lines[0]!.problem).toMatchObject({ code: 'OUTSIDE_WINDOW', availableAt });
    expect(await tryToAdd(anna, cart, aCoke())).toBe('OUTSIDE_WINDOW');
    const placing = { cartId: cart.id, cartVersion: cart.version, idempotencyKey: key() };
    const { code, extensions } = await refusalOf(anna.ask(PlaceOrderDocument, placing));
    expect([code, extensions['problem']]).toEqual([
      'OUTSIDE_WINDOW',
      expect.objectContaining({ availableAt }),
    ]);
    it('2030-06-11T06:00Z');
    expect(await anna.codeOf(PlaceOrderDocument, placing)).toBe('OK');
  });

  test('is not understood as an order outside of them, and what else was said is', async () => {
    await serveCoke(daily('18:00-20:00'));
    await menuNow();
    const anna = await guest(app, here);
    const { version: cartVersion } = await cartOf(anna, here);
    const variables = {
      restaurantSlug: here.slug,
      text: 'a coke and a margherita',
      cartVersion,
      idempotencyKey: key(),
    };
    const { parseOrder } = await anna.ask(ParseOrderDocument, variables);
    expect(parseOrder.cart.lines.map(({ title }) => title)).toEqual(['Margherita']);
    expect(parseOrder.warnings.map(({ code }) => code)).toEqual(['OUTSIDE_WINDOW']);
  });
});

describe('windows', () => {
  test("of an item count within its category's", async () => {
    await serve(daily('08:00-12:00', '18:00-23:00'));
    await serveCoke(daily('11:00-19:00'));
    const seen = [];
    for (const at of ['08:30', '09:30', '11:00', '16:30', '17:30']) {
      it(`2030-06-10T${at}:00Z`);
      const { availableNow, nextAvailableAt } = await cokeNow();
      seen.push([availableNow, nextAvailableAt?.slice(11, 16) ?? null]);
    }
    expect(seen).toEqual([
      [false, '09:00'],
      [true, null],
      [false, '16:00'],
      [true, null],
      [false, '09:00'],
    ]);
  });

  test('that never meet are told as never, and do not keep the server busy', async () => {
    await serve(daily('08:00-10:00'));
    await serveCoke(daily('11:00-12:00'));
    expect(await cokeNow()).toMatchObject({ availableNow: false, nextAvailableAt: null });
  });

  test('are cleared by null, and left alone by an edit that does not name them', async () => {
    await serveCoke(daily('18:00-20:00'));
    await here.owner.ask(EditItemDocument, { id: here.coke.id, input: { featured: true } });
    expect((await cokeNow()).windows).toEqual(daily('18:00-20:00'));
    await serveCoke(null);
    expect(await cokeNow()).toMatchObject({ windows: null, availableNow: true });
  });

  test.each([
    ['a day twice', [...daily('08:00-09:00'), ...daily('10:00-11:00').slice(0, 1)]],
    ['no day at all', []],
    ['spans that overlap', daily('08:00-11:00', '10:00-12:00')],
    ['a night into the next day', daily('08:00-09:00', '20:00-08:30')],
    ['no time of day', daily('24:00-25:00')],
    ['five spans', daily('01:00-02:00', '03:00-04:00', '05:00-06:00', '07:00-08:00', '09:00-10:00')],
  ])('are refused with %s', async (_, windows) => {
    expect([await serve(windows), await serveCoke(windows)]).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });
});

describe('on the nights when the clock is put', () => {
  test.each([
    // Forward: half past two is skipped, and the night ends at the time it skips to.
    ['Europe/Berlin', '22:00-02:30', '2030-03-30T21:00Z', '2030-03-31T01:30Z', '2030-03-31T20:00Z'],
    ['America/New_York', '22:00-02:30', '2030-03-10T03:00Z', '2030-03-10T07:30Z', '2030-03-11T02:00Z'],
    // Back: the end comes twice, and the night ends at the first.
    ['Europe/Berlin', '22:00-02:30', '2030-10-26T20:00Z', '2030-10-27T00:30Z', '2030-10-27T21:00Z'],
    ['America/New_York', '22:00-01:30', '2030-11-03T02:00Z', '2030-11-03T05:30Z', '2030-11-04T03:00Z'],
  ])('in %s %s goes from %s to %s and begins again at %s', async (timeZone, span, begins, ends, again) => {
    it('2030-02-01T12:00Z');
    await update({ timeZone });
    await serve(daily(span));
    const next = (at: string) => new Date(at).toISOString();
    const minute = 60_000;
    for (const [at, availableNow, nextAvailableAt] of [
      [Date.parse(begins) - minute, false, next(begins)],
      [Date.parse(begins), true, null],
      [Date.parse(ends) - minute, true, null],
      [Date.parse(ends), false, next(again)],
    ] as const) {
      now = new Date(at);
      expect(await cokeNow()).toMatchObject({ availableNow, nextAvailableAt });
    }
  });
});

describe('86ed until a moment', () => {
  const until = '2030-06-10T16:00:00.000Z';

  test('it is found as such until then, by the clock that the menu goes by', async () => {
    const found = async (available: boolean) => {
      const variables = { restaurantSlug: here.slug, filter: { available } };
      const { items } = await new As(app.url).ask(ItemsDocument, variables);
      return items.edges.map(({ node }) => node.title);
    };
    await here.owner.ask(SetItemAvailableDocument, { itemId: here.coke.id, available: false, until });
    it('2030-06-10T15:59:59.999Z');
    expect([await found(true), await found(false)]).toEqual([['Margherita'], ['Coke']]);
    it(until);
    expect([await found(true), await found(false)]).toEqual([['Margherita', 'Coke'], []]);
    it('2020-06-10T16:00:00.000Z');
    expect([await found(true), await found(false)]).toEqual([['Margherita'], ['Coke']]);
  });

  test('an item is back by itself, in menus and carts', async () => {
    const anna = await guest(app, here);
    const cart = await add(anna, await cartOf(anna, here), aCoke());
    const off = { itemId: here.coke.id, available: false, until };
    expect((await here.owner.ask(SetItemAvailableDocument, off)).setItemAvailable).toMatchObject({
      available: false,
      nextAvailableAt: until,
    });
    expect(await cokeNow()).toMatchObject({ available: false, availableNow: false, nextAvailableAt: until });
    expect((await look(anna, cart)).lines[0]!.problem).toMatchObject({
      code: 'ITEM_UNAVAILABLE',
      availableAt: until,
    });
    expect(await tryToAdd(anna, cart, aCoke())).toBe('ITEM_UNAVAILABLE');
    it(until);
    expect(await cokeNow()).toMatchObject({ available: true, availableNow: true, nextAvailableAt: null });
    expect((await look(anna, cart)).lines[0]!.problem).toBeNull();
    expect(await tryToAdd(anna, cart, aCoke())).toBe('OK');
  });

  test('a variant and a modifier too', async () => {
    const { id, largeId, cheeseId } = here.pizza;
    await here.owner.ask(SetVariantAvailableDocument, { variantId: largeId, available: false, until });
    await here.owner.ask(SetModifierAvailableDocument, { modifierId: cheeseId, available: false, until });
    const shown = async () => {
      const { variants, modifierGroups } = (await menuNow()).categories[0]!.items.find(
        (item) => item.id === id,
      )!;
      const modifiers = modifierGroups.flatMap((group) => group.modifiers);
      return [...variants, ...modifiers]
        .filter((one) => [largeId, cheeseId].includes(one.id))
        .map(({ available, backAt }) => [available, backAt]);
    };
    const anna = await guest(app, here);
    const cart = await cartOf(anna, here);
    const lines = [
      { itemId: id, variantId: largeId, quantity: 1 },
      { itemId: id, withIds: [cheeseId], quantity: 1 },
    ];
    expect(await shown()).toEqual([
      [false, until],
      [false, until],
    ]);
    for (const line of lines) expect(await tryToAdd(anna, cart, line)).toBe('ITEM_UNAVAILABLE');
    it(until);
    expect(await shown()).toEqual([
      [true, null],
      [true, null],
    ]);
    expect(await tryToAdd(anna, cart, ...lines)).toBe('OK');
  });

  test('in the past, in two years, both ways at once, or while it is available, is refused', async () => {
    const attempt = (more: object) =>
      here.owner.codeOf(SetItemAvailableDocument, { itemId: here.coke.id, available: false, ...more });
    for (const wrong of [
      { until: '2030-06-10T07:00:00Z' },
      { until: '2032-06-10T07:00:00Z' },
      { until, untilTomorrow: true },
      { until, available: true },
      { untilTomorrow: true, available: true },
    ]) {
      expect(await attempt(wrong)).toBe('BAD_USER_INPUT');
    }
    expect(await cokeNow()).toMatchObject({ available: true });
  });

  test('tomorrow is back at the opening of the next business day', async () => {
    await update({ dayStartsAt: '04:00', openingHours: { weekly: daily('18:00-02:00'), exceptions: [] } });
    // One o'clock at night still belongs to the day before.
    for (const [at, back] of [
      ['2030-06-10T20:00Z', '2030-06-11T16:00:00.000Z'],
      ['2030-06-10T23:00Z', '2030-06-11T16:00:00.000Z'],
      ['2030-06-11T02:00Z', '2030-06-12T16:00:00.000Z'],
    ] as const) {
      it(at);
      const off = { itemId: here.coke.id, available: false, untilTomorrow: true };
      const { setItemAvailable } = await here.owner.ask(SetItemAvailableDocument, off);
      expect(setItemAvailable.nextAvailableAt).toBe(back);
      await here.owner.ask(SetItemAvailableDocument, { itemId: here.coke.id, available: true });
    }
  });

  test('tomorrow, where the hours say nothing, is when that day begins', async () => {
    const off = { itemId: here.coke.id, available: false, untilTomorrow: true };
    const { setItemAvailable } = await here.owner.ask(SetItemAvailableDocument, off);
    expect(setItemAvailable.nextAvailableAt).toBe('2030-06-10T22:00:00.000Z');
  });
});
