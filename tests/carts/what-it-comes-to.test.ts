import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  OpenCartDocument,
  PlaceOrderDocument,
  RestaurantDetailsDocument,
  UpdateRestaurantDocument,
} from '../../schema/operations.ts';
import { type Discount, totalsOf } from '../../src/carts/totals.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { guest, key, type Place, place } from '../support/build.ts';
import { add } from './cart.ts';

const discount: fc.Arbitrary<Discount | null> = fc.oneof(
  fc.constant(null),
  fc.record({ amount: fc.nat(20_000) }),
  fc.record({ perMillion: fc.nat(1_000_000) }),
);
const bill = fc.record({
  lines: fc.array(
    fc.record({
      amount: fc.nat(1_000_000),
      taxPerMillion: fc.constantFrom(0, 40_000, 70_000, 100_000, 190_000, 82_500, 1_000_000),
      discount,
    }),
    { maxLength: 20 },
  ),
  taxIncluded: fc.boolean(),
  discount,
  servicePerMillion: fc.nat(250_000),
  tip: fc.nat(10_000),
});
const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

describe('whatever is ordered, to the last unit', () => {
  test('lines, less discounts, with service, tip and tax are the total', () => {
    fc.assert(
      fc.property(bill, (one) => {
        const { subtotal, discounts, service, tax, tip, total, taxes } = totalsOf(one);
        expect(subtotal).toBe(sum(one.lines.map(({ amount }) => amount)));
        expect(total).toBe(subtotal - discounts + service + tip + (one.taxIncluded ? 0 : tax));
        expect(tax).toBe(sum(taxes.map((each) => each.tax)));
        expect(subtotal - discounts).toBe(sum(taxes.map(({ base }) => base)));
        for (const amount of [
          subtotal,
          discounts,
          service,
          tax,
          tip,
          total,
          ...taxes.map((each) => each.tax),
        ])
          expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
        expect(discounts).toBeLessThanOrEqual(subtotal);
      }),
      { numRuns: 10_000 },
    );
  });

  test('no rate has a whole unit more or less than its own share', () => {
    fc.assert(
      fc.property(bill, (one) => {
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

describe("a restaurant's tax", () => {
  let app: TestApp;
  let here: Place;

  beforeAll(async () => {
    app = await startApp();
    here = await place(app);
  });

  afterAll(() => app.close());

  async function taxed(taxPerMillion: number, pricesIncludeTax: boolean): Promise<void> {
    const { restaurant } = await here.owner.ask(RestaurantDetailsDocument, { slug: here.slug });
    const edit = { taxPerMillion, pricesIncludeTax };
    const variables = { restaurantId: here.id, expectedVersion: restaurant!.version, input: edit };
    await here.owner.ask(UpdateRestaurantDocument, variables);
  }

  test('is told in the cart and kept in the order, on top of its prices or within them', async () => {
    for (const included of [false, true]) {
      await taxed(100_000, included);
      const anna = await guest(app, here);
      const { openCart } = await anna.ask(OpenCartDocument, { restaurantSlug: here.slug });
      const cart = await add(anna, openCart, { itemId: here.coke.id, quantity: 3 });
      const { amount } = cart.subtotal;
      const tax = Math.round(included ? amount / 11 : amount / 10);
      expect(cart).toMatchObject({
        taxIncluded: included,
        tax: { amount: tax },
        total: { amount: included ? amount : amount + tax },
      });
      const { placeOrder } = await anna.ask(PlaceOrderDocument, {
        cartId: cart.id,
        cartVersion: cart.version,
        idempotencyKey: key(),
      });
      const { subtotal, taxIncluded, total } = cart;
      expect(placeOrder.order).toMatchObject({ subtotal, tax: cart.tax, taxIncluded, total });
    }
  });
});
