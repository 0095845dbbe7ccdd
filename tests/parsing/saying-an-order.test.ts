import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  AttachModifierGroupDocument,
  CreateModifierDocument,
  CreateModifierGroupDocument,
  KitchenTicketsDocument,
  OpenCartDocument,
  ParseOrderDocument,
  type ParseOrderMutation,
  PlaceOrderDocument,
  SetItemAvailableDocument,
} from '../../schema/operations.ts';
import { look, told } from '../carts/cart.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { cartOf, guest, itemOf, key, type Place, person, place, staff } from '../support/build.ts';

let app: TestApp;
let here: Place;
let anna: As;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
  anna = await guest(app, here);
});

afterAll(() => app.close());

const sentence = (text: string, cartVersion: number, idempotencyKey = key()) => ({
  restaurantSlug: here.slug,
  text,
  cartVersion,
  idempotencyKey,
});

async function say(text: string, cartVersion = 0): Promise<ParseOrderMutation['parseOrder']> {
  return (await anna.ask(ParseOrderDocument, sentence(text, cartVersion))).parseOrder;
}

test("what is understood goes into the viewer's cart, with what is not beside it, exactly where it was said", async () => {
  const text = 'two large margheritas without basil, a unicorn and a coke';
  const said = await say(text);
  expect(told(said.cart)).toEqual(['2 Margherita Large -Basil', '1 Coke']);
  expect(said).toMatchObject({ language: 'en', engine: 'in-process', warnings: [], replayed: false });
  expect(said.unmatched.map(({ text: phrase }) => phrase).join(' ')).toContain('unicorn');
  for (const phrase of said.unmatched) expect(text.slice(phrase.start, phrase.end)).toBe(phrase.text);
  expect(said.cart).toEqual(await look(anna, said.cart));
});

test('positions count as JavaScript does, past emoji too', async () => {
  const text = '🍕🍕 a coke and a unicorn';
  for (const phrase of (await say(text)).unmatched)
    expect(text.slice(phrase.start, phrase.end)).toBe(phrase.text);
});

test('version 0 makes the cart; words that only add go with what others added since', async () => {
  const { cart } = await say('a coke');
  expect((await anna.ask(OpenCartDocument, { restaurantSlug: here.slug })).openCart).toEqual(cart);
  expect(told((await say('a margherita', 0)).cart)).toEqual(['1 Coke', '1 Margherita Regular']);
});

test('what is said next joins what is in the cart', async () => {
  const first = await say('a coke');
  expect(told((await say('two more cokes please', first.cart.version)).cart)).toEqual(['3 Coke']);
});

test('what changes the cart wants the version it has, and what only adds wants none that is still to come', async () => {
  const { cart } = await say('two cokes');
  const later = await say('a margherita', cart.version);
  for (const text of ['no coke after all', 'make it three', 'start over'])
    expect(await anna.codeOf(ParseOrderDocument, sentence(text, cart.version))).toBe('CONFLICT');
  expect(await anna.codeOf(ParseOrderDocument, sentence('a coke', later.cart.version + 1))).toBe('CONFLICT');
  expect(await look(anna, cart)).toEqual(later.cart);
});

test('further words change the cart, and the answer says what became of which line by which words', async () => {
  const first = await say('a large margherita and two cokes');
  const [margherita, cokes] = first.cart.lines;
  expect(first.changes).toMatchObject([
    {
      how: 'ADDED',
      title: 'Margherita',
      line: { id: margherita!.id },
      phrase: { text: 'a large margherita' },
      confidence: 1,
    },
    { how: 'ADDED', title: 'Coke', line: { id: cokes!.id, quantity: 2 } },
  ]);
  const second = await say('make that three', first.cart.version);
  expect(told(second.cart)).toEqual(['1 Margherita Large', '3 Coke']);
  expect(second.changes).toMatchObject([
    { how: 'CHANGED', title: 'Coke', line: { id: cokes!.id, quantity: 3 } },
  ]);
  const third = await say('no basil on the margherita and remove the cokes', second.cart.version);
  expect(told(third.cart)).toEqual(['1 Margherita Large -Basil']);
  expect(third.changes).toMatchObject([
    { how: 'CHANGED', title: 'Margherita', line: { id: margherita!.id } },
    { how: 'REMOVED', title: 'Coke', line: null, phrase: { text: 'remove the cokes' } },
  ]);
  const fourth = await say('make that a regular', third.cart.version);
  expect(told(fourth.cart)).toEqual(['1 Margherita Regular -Basil']);
  expect(fourth.unmatched).toEqual([]);
});

test('what is no order is answered from the menu and leaves the cart alone', async () => {
  const { cart } = await say('a coke');
  const asked = await say('how much is a large margherita? do you have unicorns?', cart.version);
  expect(asked.cart).toEqual(cart);
  expect(asked.inquiries).toMatchObject([
    { about: 'PRICE', answers: [{ title: 'Margherita', available: true, prices: [{ label: 'Large' }] }] },
    { about: 'HAVE', answers: [] },
  ]);
  expect(asked.unmatched).toEqual([]);
  expect((await say('what was that?', cart.version)).inquiries).toMatchObject([{ about: 'ORDER' }]);
});

test('an allergy stands in the cart and goes with the order to the kitchen; the next order begins without it', async () => {
  const { cart } = await say("a margherita. I'm allergic to peanuts");
  expect(cart.allergies).toEqual([{ text: "I'm allergic to peanuts", allergen: 'PEANUTS' }]);
  const placing = { cartId: cart.id, cartVersion: cart.version, customerName: 'Anna', idempotencyKey: key() };
  const { order } = (await anna.ask(PlaceOrderDocument, placing)).placeOrder;
  expect(order.allergies).toEqual(cart.allergies);
  const kim = await staff(app, here.id, 'KITCHEN');
  const screen = kim.live(KitchenTicketsDocument, { restaurantId: here.id });
  await expect(screen.at(0)).resolves.toMatchObject({
    kitchenTickets: { tickets: [{ id: order.id, allergies: cart.allergies }] },
  });
  screen.stop();
  const { version } = await cartOf(anna, here);
  expect((await say('a coke', version)).cart.allergies).toEqual([]);
});

test('the same key says it once; the answer still tells what was understood', async () => {
  const once = sentence('a coke and a unicorn', 0);
  const first = (await anna.ask(ParseOrderDocument, once)).parseOrder;
  const input = {
    cartId: first.cart.id,
    cartVersion: first.cart.version,
    lines: [{ itemId: here.pizza.id }],
  };
  const later = (await anna.ask(AddToCartDocument, { input, idempotencyKey: key() })).addToCart.cart;
  const again = (await anna.ask(ParseOrderDocument, once)).parseOrder;
  expect(again).toEqual({ ...first, changes: [], cart: later, replayed: true });
  const other = sentence('two cokes', later.version, once.idempotencyKey);
  expect(await anna.codeOf(ParseOrderDocument, other)).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await look(anna, later)).toEqual(later);
});

test('one key sent several times at once says it once', async () => {
  const once = sentence('a coke', 0);
  const codes = await Promise.all([1, 2, 3, 4, 5].map(() => anna.codeOf(ParseOrderDocument, once)));
  expect(codes).toEqual(['OK', 'OK', 'OK', 'OK', 'OK']);
  expect(told(await look(anna, await cartOf(anna, here)))).toEqual(['1 Coke']);
});

test('a text of no or of 2,001 characters is refused and makes no cart; one of 2,000 is read', async () => {
  const pia = await person(app);
  for (const text of ['', 'x'.repeat(2001)])
    expect(await pia.codeOf(ParseOrderDocument, sentence(text, 0))).toBe('BAD_USER_INPUT');
  const { parseOrder } = await pia.ask(ParseOrderDocument, sentence('x'.repeat(2000), 0));
  expect(parseOrder.unmatched.map(({ text }) => text.length)).toEqual([2000]);
  expect(parseOrder.cart).toMatchObject({ version: 1, lines: [] });
});

test("when nothing is understood the cart's version stays", async () => {
  const { cart } = await say('a coke');
  const said = await say('a unicorn', cart.version);
  expect(said.cart).toEqual(cart);
  expect(said.unmatched).not.toEqual([]);
});

test('an item that is sold out comes back as a warning', async () => {
  await here.owner.ask(SetItemAvailableDocument, { itemId: here.coke.id, available: false });
  const said = await say('a coke and a margherita');
  expect(told(said.cart)).toEqual(['1 Margherita Regular']);
  expect(said.warnings).toEqual([
    { code: 'SOLD_OUT', message: 'Coke is sold out.', phrase: { text: 'a coke', start: 0, end: 6 } },
  ]);
});

test('a quantity that no line can have comes back as a warning', async () => {
  const said = await say('1000 cokes');
  expect([said.cart.lines, said.warnings.map(({ code }) => code)]).toEqual([[], ['QUANTITY_OUT_OF_RANGE']]);
});

test('an item that lacks a required choice waits in the cart, and placing refuses it', async () => {
  const { owner, id: restaurantId, categoryId } = here;
  const steak = await itemOf(owner, categoryId, 'Steak', 2000);
  const input = { title: 'Doneness', min: 1, max: 1 };
  const made = await owner.ask(CreateModifierGroupDocument, { restaurantId, input, idempotencyKey: key() });
  const groupId = made.createModifierGroup.group.id;
  await owner.ask(CreateModifierDocument, { groupId, input: { title: 'Rare' }, idempotencyKey: key() });
  await owner.ask(AttachModifierGroupDocument, { itemId: steak.id, groupId });
  const said = await say('a steak');
  expect(said.warnings.map(({ code }) => code)).toEqual(['CHOICE_REQUIRED']);
  expect(said.cart.lines).toMatchObject([{ title: 'Steak', problem: { code: 'CHOICE_INVALID' } }]);
  const placing = { cartId: said.cart.id, cartVersion: said.cart.version, idempotencyKey: key() };
  expect(await anna.codeOf(PlaceOrderDocument, placing)).toBe('CHOICE_INVALID');
  expect(await look(anna, said.cart)).toEqual(said.cart);
  expect(told((await say('a steak, rare', said.cart.version)).cart)).toContain('1 Steak +Rare');
});

test('what is more than a line may have stays out, and says so; the rest goes in', async () => {
  const { cart } = await say('98 cokes');
  const said = await say('two cokes and a margherita', cart.version);
  expect(told(said.cart)).toEqual(['98 Coke', '1 Margherita Regular']);
  expect(said.warnings).toMatchObject([{ code: 'QUANTITY_OUT_OF_RANGE', phrase: { text: 'two cokes' } }]);
  expect(said.unmatched.map(({ text }) => text).join()).toContain('two cokes');
});

test('nobody in particular and unknown places have no cart to fill', async () => {
  expect(await new As(app.url).codeOf(ParseOrderDocument, sentence('a coke', 0))).toBe('UNAUTHENTICATED');
  const nowhere = { ...sentence('a coke', 0), restaurantSlug: 'no-such-place' };
  expect(await anna.codeOf(ParseOrderDocument, nowhere)).toBe('NOT_FOUND');
});

test("a cart of one restaurant is not filled from another's menu", async () => {
  const pia = await person(app);
  const mine = await cartOf(pia, await place(app));
  const mixed = { ...sentence('a unicorn', mine.version), cartId: mine.id };
  expect(await pia.codeOf(ParseOrderDocument, mixed)).toBe('NOT_FOUND');
});
