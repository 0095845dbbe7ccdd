import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AddToCartDocument,
  AddToOrderDocument,
  CartDocument,
  CartUpdatesDocument,
  ClearCartDocument,
  CloseTableDocument,
  CreateTableDocument,
  JoinCartDocument,
  LeaveCartDocument,
  MoveOrderDocument,
  MyOrdersDocument,
  OpenCartDocument,
  OrderDocument,
  OrderUpdatesDocument,
  PlaceOrderDocument,
  RemoveStaffDocument,
  RotateTableCodeDocument,
  SetCartLineQuantityDocument,
  SetCartTipDocument,
  ShareCartDocument,
} from '../../schema/operations.ts';
import { generousLimits, startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { cartOf, guest, key, type Place, person, place, staff } from '../support/build.ts';
import { add, type Cart, look, refusalOf, told } from './cart.ts';

let app: TestApp;
let here: Place;
let anna: As;
let bob: As;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
  anna = await guest(app, here);
  bob = await guest(app, here);
});

afterAll(() => app.close());

const share = async (
  viewer: As,
  { id: cartId }: { id: string },
  name?: string,
  newCode = false,
): Promise<Cart> => (await viewer.ask(ShareCartDocument, { cartId, name, newCode })).shareCart;
const join = async (viewer: As, { shareCode }: Pick<Cart, 'shareCode'>, name?: string): Promise<Cart> =>
  (await viewer.ask(JoinCartDocument, { code: shareCode!, name })).joinCart;
const open = async (viewer: As, shared = false): Promise<Cart> =>
  (await viewer.ask(OpenCartDocument, { restaurantSlug: here.slug, shared })).openCart;
const whose = ({ lines }: Cart) => lines.map(({ addedBy, mine }) => [addedBy?.name, mine]);
const edit = ({ id, version }: Cart) => ({ cartId: id, cartVersion: version });

/** Anna's cart, with a coke of hers in it, which Bob has joined with a pizza of his. */
async function together(): Promise<Cart> {
  const own = await add(anna, await cartOf(anna, here), { itemId: here.coke.id });
  const shared = await share(anna, own, 'Anna');
  await add(bob, await cartOf(bob, here), { itemId: here.pizza.id });
  return join(bob, shared);
}

test('a guest shares a cart by a code, and another at the table joins it with what the other had chosen', async () => {
  const cart = await together();
  expect(cart.shareCode).toMatch(/^[a-hjkmnp-tv-z2-9]{6}$/);
  expect(cart.members).toEqual([
    { number: 1, name: 'Anna', me: false, here: true },
    { number: 2, name: 'Guest 2', me: true, here: true },
  ]);
  expect(told(cart)).toEqual(['1 Coke', '1 Margherita Regular']);
  expect(whose(cart)).toEqual([
    ['Anna', false],
    ['Guest 2', true],
  ]);
  expect(whose(await look(anna, cart))).toEqual([
    ['Anna', true],
    ['Guest 2', false],
  ]);
  expect([(await open(anna)).id, (await open(bob)).id]).toEqual([cart.id, cart.id]);
});

test('the tip of whoever joins comes along where the cart has none, and stays away where it has one', async () => {
  const tipped = async (viewer: As, cart: Cart, amount: number) =>
    (await viewer.ask(SetCartTipDocument, { input: { ...edit(cart), tip: { amount } } })).setCartTip;
  const shared = await share(anna, await add(anna, await cartOf(anna, here), { itemId: here.coke.id }));
  await tipped(bob, await add(bob, await cartOf(bob, here), { itemId: here.pizza.id }), 150);
  expect((await join(bob, shared)).tip.amount).toBe(150);
  const carl = await guest(app, here);
  await tipped(carl, await add(carl, await cartOf(carl, here), { itemId: here.pizza.id }), 90);
  expect((await join(carl, shared)).tip.amount).toBe(150);
});

test('what two want the same is two lines, what one wants again adds up, and nobody needs to know the version', async () => {
  const cart = await together();
  const input = { cartId: cart.id, lines: [{ itemId: here.coke.id }] };
  const adding = [anna, bob, anna, bob].map((one) =>
    one.ask(AddToCartDocument, { input, idempotencyKey: key() }),
  );
  await Promise.all(adding);
  const now = await look(anna, cart);
  expect(told(now)).toEqual(['3 Coke', '1 Margherita Regular', '2 Coke']);
  expect(whose(now).map(([name]) => name)).toEqual(['Anna', 'Guest 2', 'Guest 2']);
});

test('of two edits of what both saw one wins; the other hears the cart as it is, and wins on retry', async () => {
  const cart = await together();
  const lineId = cart.lines[0]!.id;
  const set = (viewer: As, from: Cart, quantity: number) =>
    viewer.ask(SetCartLineQuantityDocument, { input: { ...edit(from), lineId, quantity } });
  const { setCartLineQuantity: now } = await set(anna, cart, 2);
  const { extensions } = await refusalOf(() => set(bob, cart, 5));
  const problem = extensions['problem'] as { currentVersion: number; cart: Cart };
  expect(problem.cart).toEqual(await look(bob, cart));
  expect([problem.currentVersion, told(problem.cart)]).toEqual([now.version, told(now)]);
  expect(told((await set(bob, problem.cart, 5)).setCartLineQuantity)).toEqual([
    '5 Coke',
    '1 Margherita Regular',
  ]);
});

test('to share again changes nothing but for a new code, which sends the others away; only the first makes one', async () => {
  const cart = await together();
  const again = await share(anna, cart, 'Somebody else');
  expect([again.shareCode, again.members.length]).toEqual([cart.shareCode, 2]);
  expect((await refusalOf(() => share(bob, cart, undefined, true))).code).toBe('FORBIDDEN');
  const anew = await share(anna, cart, undefined, true);
  expect(anew.shareCode).not.toBe(cart.shareCode);
  expect(anew.members.map((one) => one.here)).toEqual([true, false]);
  expect(await bob.codeOf(CartDocument, { id: cart.id })).toBe('NOT_FOUND');
  expect(await bob.codeOf(JoinCartDocument, { code: cart.shareCode! })).toBe('NOT_FOUND');
  expect((await join(bob, anew)).members[1]).toMatchObject({ number: 2, me: true, here: true });
});

test('whoever leaves has a cart of the own again, with the own lines, and the other one no more', async () => {
  const cart = await together();
  const own = (await bob.ask(LeaveCartDocument, { cartId: cart.id })).leaveCart;
  expect([told(own), own.members, own.lines[0]!.mine]).toEqual([['1 Margherita Regular'], [], true]);
  expect(told(await look(anna, cart))).toEqual(['1 Coke']);
  const input = { cartId: cart.id, lines: [{ itemId: here.coke.id }] };
  expect(await bob.codeOf(CartDocument, { id: cart.id })).toBe('NOT_FOUND');
  expect(await bob.codeOf(AddToCartDocument, { input, idempotencyKey: key() })).toBe('NOT_FOUND');
  expect(await bob.codeOf(LeaveCartDocument, { cartId: own.id })).toBe('FORBIDDEN');
  expect(told(await add(bob, own, { itemId: here.pizza.id }))).toEqual(['2 Margherita Regular']);
});

describe('nobody comes in', () => {
  test('from another table, from the counter, without a visit, or with a visit that has ended', async () => {
    const cart = await together();
    const table = await here.owner.ask(CreateTableDocument, {
      input: { restaurantId: here.id, name: 'Table 2' },
      idempotencyKey: key(),
    });
    const code = cart.shareCode!;
    const tableCode = table.createTable.table.qr.url.split('/').at(-1)!;
    const atTable2 = await guest(app, { slug: here.slug, tableCode });
    const atCounter = await guest(app, { slug: here.slug });
    expect(await atTable2.codeOf(JoinCartDocument, { code })).toBe('NOT_FOUND');
    expect(await atCounter.codeOf(JoinCartDocument, { code })).toBe('FORBIDDEN');
    expect(await here.owner.codeOf(JoinCartDocument, { code })).toBe('FORBIDDEN');
    expect(await new As(app.url).codeOf(JoinCartDocument, { code })).toBe('UNAUTHENTICATED');
    const late = await guest(app, here);
    await here.owner.ask(CloseTableDocument, { tableId: here.tableId });
    expect(await late.codeOf(JoinCartDocument, { code })).toBe('VISIT_ENDED');
    const elsewhere = await guest(app, await place(app));
    expect(await elsewhere.codeOf(JoinCartDocument, { code })).toBe('NOT_FOUND');
    expect(await elsewhere.codeOf(ShareCartDocument, { cartId: cart.id })).toBe('NOT_FOUND');
  });

  test('by guessing: wrong codes are counted, right ones are not', async () => {
    const strict = await startApp({ config: { limits: { ...generousLimits, joinCart: 3 } } });
    const there = await place(strict);
    const host = await guest(strict, there);
    const { shareCart } = await host.ask(ShareCartDocument, { cartId: (await cartOf(host, there)).id });
    const code = shareCart.shareCode!;
    const wrong = code.startsWith('2') ? '333333' : '222222';
    for (const right of [1, 2, 3, 4]) {
      const guestOf = await guest(strict, there);
      expect([right, await guestOf.codeOf(JoinCartDocument, { code })]).toEqual([right, 'OK']);
    }
    const codes = [];
    for (let tried = 0; tried < 5; tried += 1)
      codes.push(await (await guest(strict, there)).codeOf(JoinCartDocument, { code: wrong }));
    expect(codes.slice(0, 2)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(codes.at(-1)).toBe('RATE_LIMITED');
    await strict.close();
  });

  test('into two at once, nor with a name of several lines or of 41 characters', async () => {
    const cart = await together();
    const other = await share(await guest(app, here), await cartOf(anna, here)).catch(() => null);
    expect(other).toBeNull();
    const carla = await guest(app, here);
    const hers = await share(carla, await cartOf(carla, here));
    expect(await bob.codeOf(JoinCartDocument, { code: hers.shareCode! })).toBe('FORBIDDEN');
    expect((await join(bob, cart)).members).toHaveLength(2);
    for (const name of ['x'.repeat(41), 'two\nlines', ''])
      expect(await carla.codeOf(JoinCartDocument, { code: cart.shareCode!, name })).toBe('BAD_USER_INPUT');
  });
});

test("guests who say so at the same table's code share one cart, and the next party finds it empty", async () => {
  await add(bob, await cartOf(bob, here), { itemId: here.pizza.id });
  const [one, two] = await Promise.all([open(anna, true), open(bob, true)]);
  expect(two!.id).toBe(one!.id);
  const now = await look(anna, one!);
  expect([told(now), now.members.length]).toEqual([['1 Margherita Regular'], 2]);
  const carla = await guest(app, here);
  expect((await open(carla)).id).not.toBe(one!.id);
  await here.owner.ask(CloseTableDocument, { tableId: here.tableId });
  const dora = await guest(app, here);
  const next = await open(dora, true);
  expect([next.lines, next.members.map(({ number, me }) => [number, me])]).toEqual([[], [[1, true]]]);
  expect(await anna.codeOf(CartDocument, { id: one!.id })).not.toBe('OK');
});

describe('with the end of a visit, by closing the table or by a new code for it, the cart is gone', () => {
  test.each([
    ['closing', () => here.owner.ask(CloseTableDocument, { tableId: here.tableId })],
    ['a new code', () => here.owner.ask(RotateTableCodeDocument, { tableId: here.tableId })],
  ])('%s', async (_, end) => {
    const cart = await together();
    const updates = bob.live(CartUpdatesDocument, { cartId: cart.id });
    await updates.at(0);
    await end();
    expect((await updates.refused()).code).toBe('VISIT_ENDED');
    expect(await anna.codeOf(CartDocument, { id: cart.id })).toBe('VISIT_ENDED');
    expect(await anna.codeOf(ClearCartDocument, { input: edit(cart) })).toBe('VISIT_ENDED');
    const again = await guest(app, { slug: here.slug, tableCode: here.tableCode }).catch(() => null);
    if (again) expect(await again.codeOf(JoinCartDocument, { code: cart.shareCode! })).toBe('OK');
    await bob.hangUp();
  });
});

describe('everybody who fills it', () => {
  test('follows it: each change is told, numbered, and shown as it is for whoever looks', async () => {
    const cart = await together();
    const [hers, his] = [anna, bob].map((one) => one.live(CartUpdatesDocument, { cartId: cart.id }));
    const { cartUpdates: first } = await hers!.at(0);
    await his!.at(0);
    expect(first).toMatchObject({ verdict: 'SNAPSHOT', cart: { version: cart.version } });
    const more = await add(bob, cart, { itemId: here.coke.id });
    const { cartUpdates: heard } = await hers!.find(
      ({ cartUpdates }) => cartUpdates.cart.version >= more.version,
    );
    expect(heard.previous).toBeLessThanOrEqual(first.number);
    expect(whose(heard.cart)).toEqual([
      ['Anna', true],
      ['Guest 2', false],
      ['Guest 2', false],
    ]);
    await his!.find(({ cartUpdates }) => cartUpdates.cart.lines[2]?.mine === true);
    await add(anna, more, { itemId: here.coke.id });
    const resumed = anna.live(CartUpdatesDocument, { cartId: cart.id, after: first.number });
    await resumed.at(2);
    expect(resumed.messages.map(({ cartUpdates }) => cartUpdates.verdict)).toEqual(['RESUMED', null, null]);
    await Promise.all([anna.hangUp(), bob.hangUp()]);
  });

  test('hears nothing more once out of it', async () => {
    const cart = await together();
    const [hers, his] = [anna, bob].map((one) => one.live(CartUpdatesDocument, { cartId: cart.id }));
    await Promise.all([hers!.at(0), his!.at(0)]);
    await bob.ask(LeaveCartDocument, { cartId: cart.id });
    expect((await his!.refused()).code).toBe('NOT_FOUND');
    await hers!.find(({ cartUpdates }) => cartUpdates.cart.lines.length === 1);
    await Promise.all([anna.hangUp(), bob.hangUp()]);
  });

  test('may order it, and has the order as the own: reads it, hears of it, may take it back', async () => {
    const cart = await together();
    const hers = anna.live(CartUpdatesDocument, { cartId: cart.id });
    await hers.at(0);
    const placing = { ...edit(cart), idempotencyKey: key() };
    const { order } = (await bob.ask(PlaceOrderDocument, placing)).placeOrder;
    await hers.find(({ cartUpdates }) => cartUpdates.cart.lines.length === 0);
    await hers.find(({ cartUpdates }) => cartUpdates.orderId === order.id);
    expect((await hers.at(0)).cartUpdates.orderId).toBeNull();
    expect(order.lines).toHaveLength(2);
    const updates = anna.live(OrderUpdatesDocument, { orderId: order.id });
    await updates.at(0);
    expect((await anna.ask(OrderDocument, { id: order.id })).order.id).toBe(order.id);
    for (const one of [anna, bob]) {
      const { myOrders } = await one.ask(MyOrdersDocument, {});
      expect(myOrders.edges.map(({ node }) => node.id)).toEqual([order.id]);
    }
    const move = {
      orderId: order.id,
      to: 'CANCELLED',
      reason: 'OTHER',
      expectedVersion: order.version,
    } as const;
    await anna.ask(MoveOrderDocument, move);
    await updates.find(({ orderUpdates }) => orderUpdates.order.status === 'CANCELLED');
    expect(await (await guest(app, here)).codeOf(OrderDocument, { id: order.id })).toBe('NOT_FOUND');
    await anna.hangUp();
  });

  test('has the order too to which it is added, though somebody else had placed that alone', async () => {
    const filled = await add(anna, await cartOf(anna, here), { itemId: here.coke.id });
    const shared = await share(anna, filled);
    const placing = { ...edit(shared), idempotencyKey: key() };
    const { order } = (await anna.ask(PlaceOrderDocument, placing)).placeOrder;
    expect(await bob.codeOf(OrderDocument, { id: order.id })).toBe('NOT_FOUND');
    const more = await add(bob, await join(bob, shared), { itemId: here.pizza.id });
    const adding = {
      orderId: order.id,
      expectedVersion: order.version,
      ...edit(more),
      idempotencyKey: key(),
    };
    const updates = bob.live(CartUpdatesDocument, { cartId: more.id });
    await updates.at(0);
    await anna.ask(AddToOrderDocument, adding);
    await updates.find(({ cartUpdates }) => cartUpdates.orderId === order.id);
    await bob.hangUp();
    expect((await bob.ask(OrderDocument, { id: order.id })).order.lines).toHaveLength(2);
    for (const one of [anna, bob]) {
      const { myOrders } = await one.ask(MyOrdersDocument, {});
      expect(myOrders.edges.map(({ node }) => node.id)).toEqual([order.id]);
    }
  });

  test('but whoever has left before it was ordered does not', async () => {
    const cart = await together();
    await bob.ask(LeaveCartDocument, { cartId: cart.id });
    const placing = { ...edit(await look(anna, cart)), idempotencyKey: key() };
    const { order } = (await anna.ask(PlaceOrderDocument, placing)).placeOrder;
    expect(await bob.codeOf(OrderDocument, { id: order.id })).toBe('NOT_FOUND');
  });
});

test('a cart of the own is not followed: nobody else changes it', async () => {
  const { id: cartId } = await cartOf(anna, here);
  expect((await anna.live(CartUpdatesDocument, { cartId }).refused()).code).toBe('FORBIDDEN');
  await anna.hangUp();
});

describe('whoever serves a table', () => {
  const openAsStaff = async (viewer: As): Promise<Cart> =>
    (await viewer.ask(OpenCartDocument, { restaurantSlug: here.slug, asStaff: true, tableId: here.tableId }))
      .openCart;

  test('fills one cart for it with the others, and each line says who added it', async () => {
    const [kim, lee] = [await staff(app, here.id, 'FLOOR'), await staff(app, here.id, 'MANAGER')];
    const cart = await add(kim, await openAsStaff(kim), { itemId: here.coke.id });
    const his = await add(lee, await openAsStaff(lee), { itemId: here.coke.id });
    expect([his.id, told(his), his.lines.map(({ mine }) => mine)]).toEqual([
      cart.id,
      ['1 Coke', '1 Coke'],
      [false, true],
    ]);
    const updates = lee.live(CartUpdatesDocument, { cartId: cart.id });
    await updates.at(0);
    const placing = { ...edit(his), idempotencyKey: key() };
    await kim.ask(PlaceOrderDocument, placing);
    await updates.find(({ cartUpdates }) => cartUpdates.cart.lines.length === 0);
    await here.owner.ask(RemoveStaffDocument, { restaurantId: here.id, personId: lee.id });
    expect((await updates.refused()).code).toBe('NOT_FOUND');
    expect(await lee.codeOf(CartDocument, { id: cart.id })).toBe('NOT_FOUND');
    await lee.hangUp();
  });

  test('finds nothing of those who have left in it, once the table is closed', async () => {
    const [kim, lee] = [await staff(app, here.id, 'FLOOR'), await staff(app, here.id, 'MANAGER')];
    const cart = await add(kim, await openAsStaff(kim), { itemId: here.coke.id });
    await openAsStaff(lee);
    const updates = lee.live(CartUpdatesDocument, { cartId: cart.id });
    await updates.at(0);
    await kim.ask(CloseTableDocument, { tableId: here.tableId });
    await updates.find(({ cartUpdates }) => cartUpdates.cart.lines.length === 0);
    const now = await openAsStaff(kim);
    expect([now.id, now.lines]).toEqual([cart.id, []]);
    expect(await kim.codeOf(PlaceOrderDocument, { ...edit(cart), idempotencyKey: key() })).toBe('CONFLICT');
    await kim.ask(CloseTableDocument, { tableId: here.tableId });
    expect((await look(kim, now)).version).toBe(now.version);
    await lee.hangUp();
  });

  test('adds nothing of it to the order of another table', async () => {
    const kim = await staff(app, here.id, 'FLOOR');
    const { createTable } = await here.owner.ask(CreateTableDocument, {
      input: { restaurantId: here.id, name: 'Table 2' },
      idempotencyKey: key(),
    });
    const placing = { ...edit(await add(anna, await cartOf(anna, here), { itemId: here.coke.id })) };
    const { placeOrder } = await anna.ask(PlaceOrderDocument, { ...placing, idempotencyKey: key() });
    const addition = async (tableId: string | null) => {
      const opened = await kim.ask(OpenCartDocument, { restaurantSlug: here.slug, asStaff: true, tableId });
      const cart = await add(kim, opened.openCart, { itemId: here.coke.id });
      const order = { orderId: placeOrder.order.id, expectedVersion: placeOrder.order.version };
      return { ...edit(cart), ...order, idempotencyKey: key() };
    };
    const elsewhere = await addition(createTable.table.id);
    expect(await kim.codeOf(AddToOrderDocument, elsewhere)).toBe('BAD_USER_INPUT');
    expect(told(await look(kim, { id: elsewhere.cartId }))).toEqual(['1 Coke']);
    expect(await kim.codeOf(AddToOrderDocument, await addition(null))).toBe('OK');
  });

  test('has no part in the cart that guests share, nor they in that of the staff', async () => {
    const kim = await staff(app, here.id, 'FLOOR');
    const [theirs, staffs] = [await together(), await openAsStaff(kim)];
    expect(await kim.codeOf(CartDocument, { id: theirs.id })).toBe('NOT_FOUND');
    expect(await anna.codeOf(CartDocument, { id: staffs.id })).toBe('NOT_FOUND');
    expect(await kim.codeOf(ShareCartDocument, { cartId: staffs.id })).toBe('FORBIDDEN');
    expect(await kim.codeOf(LeaveCartDocument, { cartId: staffs.id })).toBe('FORBIDDEN');
  });
});

describe('a guest who signs in', () => {
  const both = ({ credentials }: As, { credentials: own }: As) => new As(app.url, { ...own, ...credentials });

  test('keeps the cart, as the one of the account', async () => {
    const filled = await add(anna, await cartOf(anna, here), { itemId: here.coke.id });
    const pia = await person(app);
    const seated = both(anna, pia);
    expect(await look(seated, filled)).toEqual(filled);
    const kept = await open(seated);
    expect(told(kept)).toEqual(['1 Coke']);
    expect(told(await open(pia))).toEqual(['1 Coke']);
    expect(told(await open(anna))).toEqual([]);
  });

  test('finds it together with what the account had chosen here before', async () => {
    const pia = await person(app);
    const before = await add(
      pia,
      await cartOf(pia, here),
      { itemId: here.coke.id },
      { itemId: here.pizza.id },
    );
    await add(anna, await cartOf(anna, here), { itemId: here.coke.id, quantity: 2 });
    const kept = await open(both(anna, pia));
    expect([kept.id, told(kept)]).toEqual([before.id, ['3 Coke', '1 Margherita Regular']]);
  });

  test('keeps the tip, unless the account had given another here', async () => {
    const pia = await person(app);
    const tipping = async (who: As, quantity: number, perMillion: number) => {
      const cart = await add(who, await cartOf(who, here), { itemId: here.pizza.id, quantity });
      const input = { cartId: cart.id, cartVersion: cart.version, tip: { perMillion } };
      return (await who.ask(SetCartTipDocument, { input })).setCartTip;
    };
    const { tip } = await tipping(anna, 1, 100_000);
    expect(tip.amount).toBe(100);
    expect((await open(both(anna, pia))).tip.amount).toBe(100);
    const again = await guest(app, here);
    expect((await tipping(again, 1, 200_000)).tip.amount).toBe(200);
    expect((await open(both(again, pia))).tip.amount).toBe(200);
  });

  test('unless one cart cannot hold both: then each stays as it is', async () => {
    const pia = await person(app);
    await add(pia, await cartOf(pia, here), { itemId: here.coke.id, quantity: 99 });
    await add(anna, await cartOf(anna, here), { itemId: here.coke.id, quantity: 1 });
    expect(told(await open(both(anna, pia)))).toEqual(['99 Coke']);
    expect(told(await open(anna))).toEqual(['1 Coke']);
  });

  test('fills on with the others, and has the order in the own history', async () => {
    const cart = await together();
    const pia = await person(app);
    const seated = both(bob, pia);
    expect((await open(seated)).id).toBe(cart.id);
    const placing = { ...edit(cart), idempotencyKey: key() };
    const { order } = (await seated.ask(PlaceOrderDocument, placing)).placeOrder;
    const { myOrders } = await pia.ask(MyOrdersDocument, {});
    expect(myOrders.edges.map(({ node }) => node.id)).toEqual([order.id]);
    expect(await anna.codeOf(OrderDocument, { id: order.id })).toBe('OK');
  });
});
