import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type AmountOrRateInput,
  ClearCartDocument,
  EditItemDocument,
  PlaceOrderDocument,
  RemoveCartLineDocument,
  RestaurantDetailsDocument,
  SetCartTipDocument,
  UpdateRestaurantDocument,
  type UpdateRestaurantInput,
} from '../../schema/operations.ts';
import { splitByLines } from '../../src/carts/split-by-lines.ts';
import { splitEvenly } from '../../src/carts/split-evenly.ts';
import { type AmountOrRate, type Bill, type Totals, totalsOf } from '../../src/carts/totals.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { money } from '../../src/money.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { cartOf, guest, key, type Place, place } from '../support/build.ts';
import { add, type Cart, look } from './cart.ts';

const amountOrRate: fc.Arbitrary<AmountOrRate | null> = fc.oneof(
  fc.constant(null),
  fc.record({ amount: fc.nat(3_000_000) }),
  fc.record({ perMillion: fc.nat(1_000_000) }),
);
const rate = fc.constantFrom(0, 40_000, 70_000, 100_000, 190_000, 82_500, 1_000_000);

/** Lines of some pieces each, and who of three has them. */
const eaten = fc.array(
  fc.record({
    unitPrice: fc.nat(20_000),
    had: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)),
    taxPerMillion: rate,
    discount: amountOrRate,
  }),
  { maxLength: 20 },
);

const order = fc
  .record({
    eaten,
    taxIncluded: fc.boolean(),
    discount: amountOrRate,
    servicePerMillion: fc.nat(250_000),
    tip: amountOrRate,
    currency: fc.constantFrom('JPY', 'EUR', 'KWD'),
    ways: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ eaten, currency, ways, ...rest }) => {
    const lines = eaten.map(({ unitPrice, had, ...line }) => ({ ...line, amount: unitPrice * sum(had) }));
    const groups = [0, 1, 2].map((who) =>
      eaten.flatMap(({ had }, line) => (had[who]! > 0 ? [{ line, quantity: had[who]! }] : [])),
    );
    return { bill: { ...rest, lines } satisfies Bill, groups, currency, ways };
  });

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

type Sums = Omit<Totals, 'taxes'>;
const names = ['subtotal', 'discounts', 'service', 'tip', 'tax', 'total'] as const;
const whole = (one: Sums) => names.every((name) => Number.isSafeInteger(one[name]) && one[name] >= 0);
const balanced = ({ subtotal, discounts, service, tip, tax, total }: Sums, taxIncluded: boolean) =>
  total === subtotal - discounts + service + tip + (taxIncluded ? 0 : tax);
const addsUpTo = (shares: readonly Sums[], totals: Sums) =>
  names.every((name) => sum(shares.map((one) => one[name])) === totals[name]);

describe('whatever is ordered, to the last unit', () => {
  test('lines, less discounts, with service, tip and tax are the total', () => {
    fc.assert(
      fc.property(order, ({ bill }) => {
        const totals = totalsOf(bill);
        const { subtotal, discounts, tax, tip, taxes } = totals;
        return (
          whole(totals) &&
          balanced(totals, bill.taxIncluded) &&
          subtotal === sum(bill.lines.map(({ amount }) => amount)) &&
          tax === sum(taxes.map((each) => each.tax)) &&
          subtotal - discounts === sum(taxes.map(({ base }) => base)) &&
          tip <= 2 * subtotal
        );
      }),
      { numRuns: 10_000 },
    );
  });

  test('is what people read, in currencies of none, two and three decimals', () => {
    fc.assert(
      fc.property(order, ({ bill, currency }) => {
        const totals = totalsOf(bill);
        const read = (amount: number) =>
          Number(money(amount, currency, 'en-US').formatted.replace(/[^0-9]/g, ''));
        const { subtotal, discounts, service, tip, tax } = totals;
        const onTop = bill.taxIncluded ? 0 : read(tax);
        return read(totals.total) === read(subtotal) - read(discounts) + read(service) + read(tip) + onTop;
      }),
      { numRuns: 10_000 },
    );
  });

  test('shared evenly it is the same, and no share has a unit more than another but one', () => {
    fc.assert(
      fc.property(order, ({ bill, ways }) => {
        const totals = totalsOf(bill);
        const shares = splitEvenly(totals, bill.taxIncluded, ways);
        const owed = shares.map(({ total }) => total);
        return (
          shares.length === ways &&
          addsUpTo(shares, totals) &&
          shares.every((one) => whole(one) && balanced(one, bill.taxIncluded)) &&
          Math.max(...owed) - Math.min(...owed) <= 1
        );
      }),
      { numRuns: 10_000 },
    );
  });

  test('shared by who had what it is the same', () => {
    fc.assert(
      fc.property(order, ({ bill, groups }) => {
        const totals = totalsOf(bill);
        const shares = splitByLines(bill, totals, groups);
        return (
          addsUpTo(shares, totals) && shares.every((one) => whole(one) && balanced(one, bill.taxIncluded))
        );
      }),
      { numRuns: 10_000 },
    );
  });

  test('no rate has a whole unit more or less than its own share', () => {
    fc.assert(
      fc.property(order, ({ bill: one }) => {
        for (const { perMillion, base, tax } of totalsOf(one).taxes) {
          const exact = (base * perMillion) / (one.taxIncluded ? 1_000_000 + perMillion : 1_000_000);
          expect(Math.abs(tax - exact)).toBeLessThan(1 + 1e-6);
        }
      }),
    );
  });

  test.each([
    // [amounts, rate, included, tax]: half a unit goes up, once for all lines and not for each.
    [[5, 5, 5], 100_000, false, 2],
    [[15], 100_000, false, 2],
    [[14], 100_000, false, 1],
    [[1190], 190_000, true, 190],
    [[3, 3], 82_500, false, 0],
    [[], 100_000, false, 0],
  ])('%j at %d millionths, included: %s, has %d of tax', (amounts, taxPerMillion, taxIncluded, tax) => {
    const lines = amounts.map((amount) => ({ amount, taxPerMillion }));
    expect(totalsOf({ lines, taxIncluded }).tax).toBe(tax);
  });
});

describe('what a restaurant counts', () => {
  let app: TestApp;
  let here: Place;

  beforeAll(async () => {
    app = await startApp();
    here = await place(app);
  });

  afterAll(() => app.close());

  const plain: UpdateRestaurantInput = {
    taxPerMillion: 100_000,
    pricesIncludeTax: true,
    servicePerMillion: 0,
    serviceDineInOnly: true,
    tipsAllowed: true,
  };

  async function counting(rules: UpdateRestaurantInput): Promise<ErrorCode | 'OK'> {
    const { restaurant } = await here.owner.ask(RestaurantDetailsDocument, { slug: here.slug });
    const input = { ...plain, ...rules };
    const variables = { restaurantId: here.id, expectedVersion: restaurant.version, input };
    return here.owner.codeOf(UpdateRestaurantDocument, variables);
  }

  /** Three cokes for 7.50 and a margherita for 10.00. */
  async function filled(viewer: As): Promise<Cart> {
    const cart = await cartOf(viewer, here);
    const coke = { itemId: here.coke.id, quantity: 3 };
    return add(viewer, cart, coke, { itemId: here.pizza.id, quantity: 1 });
  }

  const tipping = ({ id, version }: Cart, tip: AmountOrRateInput) => ({
    input: { cartId: id, cartVersion: version, tip },
  });

  const tipped = async (viewer: As, cart: Cart, tip: AmountOrRateInput): Promise<Cart> =>
    (await viewer.ask(SetCartTipDocument, tipping(cart, tip))).setCartTip;

  async function placed(viewer: As, { id, version }: Cart) {
    const variables = { cartId: id, cartVersion: version, idempotencyKey: key() };
    return (await viewer.ask(PlaceOrderDocument, variables)).placeOrder.order;
  }

  const amounts = (one: Pick<Cart, 'subtotal' | 'discounts' | 'service' | 'tip' | 'tax' | 'total'>) =>
    [one.subtotal, one.discounts, one.service, one.tip, one.tax, one.total].map(({ amount }) => amount);

  test.each<[string, UpdateRestaurantInput, AmountOrRateInput | null, number[]]>([
    ['tax within the prices', {}, null, [1750, 0, 0, 0, 159, 1750]],
    ['tax on top', { pricesIncludeTax: false }, null, [1750, 0, 0, 0, 175, 1925]],
    ['service', { servicePerMillion: 125_000 }, null, [1750, 0, 219, 0, 159, 1969]],
    ['a tip of 3.00', {}, { amount: 300 }, [1750, 0, 0, 300, 159, 2050]],
    ['a tip of 10 %', { pricesIncludeTax: false }, { perMillion: 100_000 }, [1750, 0, 0, 175, 175, 2100]],
  ])('is told in the cart and kept in the order: %s', async (_, rules, tip, sums) => {
    await counting(rules);
    const anna = await guest(app, here);
    const filledOne = await filled(anna);
    const cart = tip ? await tipped(anna, filledOne, tip) : filledOne;
    expect(amounts(cart)).toEqual(sums);
    const { subtotal, discounts, service, tip: given, tax, taxes, taxIncluded, total } = cart;
    const order = await placed(anna, cart);
    expect(order).toMatchObject({ subtotal, discounts, service, tip: given, tax, taxes, taxIncluded, total });
    expect(amounts(await look(anna, cart))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('is each dish at the rate of its class', async () => {
    const drinks = { key: 'drinks', title: 'Drinks', perMillion: 200_000 };
    await counting({ pricesIncludeTax: false, taxClasses: [drinks] });
    expect(await inClass(here.coke.id, 'food')).toBe('BAD_USER_INPUT');
    expect(await inClass(here.coke.id, 'drinks')).toBe('OK');
    const anna = await guest(app, here);
    const cart = await filled(anna);
    expect(cart.taxes.map(({ perMillion, base, tax }) => [perMillion, base.amount, tax.amount])).toEqual([
      [100_000, 1000, 100],
      [200_000, 750, 150],
    ]);
    expect((await placed(anna, cart)).taxes).toEqual(cart.taxes);
    expect(await counting({ taxClasses: [] })).toBe('BAD_USER_INPUT');
    expect(await counting({ taxClasses: [drinks, drinks] })).toBe('BAD_USER_INPUT');
    expect(await counting({ taxClasses: [{ ...drinks, key: 'Drinks!' }] })).toBe('BAD_USER_INPUT');
    expect(await counting({ taxClasses: [{ ...drinks, perMillion: 1_000_001 }] })).toBe('BAD_USER_INPUT');
    expect(await inClass(here.coke.id, null)).toBe('OK');
    expect(await counting({ taxClasses: [] })).toBe('OK');
  });

  test('is service at tables only, or for everybody', async () => {
    const bea = await guest(app, { slug: here.slug });
    for (const [serviceDineInOnly, service] of [
      [true, 0],
      [false, 175],
    ] as const) {
      await counting({ servicePerMillion: 100_000, serviceDineInOnly });
      expect((await filled(bea)).service.amount).toBe(service);
      await bea.ask(ClearCartDocument, { input: await seen(bea) });
    }
  });

  test('is no tip that nobody means', async () => {
    await counting({});
    const anna = await guest(app, here);
    const cart = await filled(anna);
    const code = (tip: AmountOrRateInput) => anna.codeOf(SetCartTipDocument, tipping(cart, tip));
    for (const tip of [
      {},
      { amount: 1, perMillion: 1 },
      { amount: -1 },
      { amount: 3501 },
      { amount: 2 ** 31 - 1 },
      { perMillion: -1 },
      { perMillion: 1_000_001 },
    ])
      expect([tip, await code(tip)]).toEqual([tip, 'BAD_USER_INPUT']);
    await counting({ tipsAllowed: false });
    expect(await code({ amount: 1 })).toBe('BAD_USER_INPUT');
    await counting({});
    expect(await code({ amount: 3500 })).toBe('OK');
    expect(await code({ amount: 1 })).toBe('CONFLICT');
    const generous = await look(anna, cart);
    expect(generous.tip.amount).toBe(3500);
    // Whatever leaves the cart takes the tip with it that is too much for the rest.
    const [coke] = generous.lines;
    const input = { cartId: generous.id, cartVersion: generous.version };
    const { removeCartLine } = await anna.ask(RemoveCartLineDocument, { input, lineId: coke!.id });
    expect(amounts(removeCartLine)).toEqual([1000, 0, 0, 2000, 91, 3000]);
    const none = await tipped(anna, removeCartLine, { amount: 0 });
    expect(amounts(none)).toEqual([1000, 0, 0, 0, 91, 1000]);
  });

  async function seen(viewer: As) {
    const { id, version } = await cartOf(viewer, here);
    return { cartId: id, cartVersion: version };
  }

  const inClass = (itemId: string, taxClass: string | null) =>
    here.owner.codeOf(EditItemDocument, { id: itemId, input: { taxClass } });
});
