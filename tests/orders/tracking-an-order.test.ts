import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  DiscountOrderDocument,
  MoveOrderDocument,
  type MoveOrderMutationVariables,
  OrderDocument,
  TrackedOrderUpdatesDocument,
  TrackOrderDocument,
  VoidLineDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { generousLimits, startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, type Place, place, staff } from '../support/build.ts';
import { type PlacedOrder, placedDelivery, placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;
let anna: As;
let nobody: As;
let now: Date;

beforeAll(async () => {
  app = await startApp({ clock: () => now });
  nobody = new As(app.url);
});

beforeEach(async () => {
  now = new Date();
  here = await place(app);
  await rows(
    app.database.em(),
    sql`update restaurant set fulfilments = '{DINE_IN,PICKUP,DELIVERY}' where id = ${here.id}`,
  );
  anna = await guest(app, here);
});

afterAll(() => app.close());

async function move({ id }: PlacedOrder, to: MoveOrderMutationVariables['to']): Promise<void> {
  const { order } = await here.owner.ask(OrderDocument, { id });
  const reason = to === 'REJECTED' ? 'TOO_BUSY' : null;
  await here.owner.ask(MoveOrderDocument, { orderId: id, to, expectedVersion: order.version, reason });
}

const tracked = async (code: string) => (await nobody.ask(TrackOrderDocument, { code })).trackOrder;
const hours = (count: number): void => {
  now = new Date(now.getTime() + count * 3_600_000);
};

test('the code comes with the order, 128 bits of it, and another for each', async () => {
  const codes = [await placedOrder(anna, here), await placedOrder(anna, here)].map(
    ({ trackingCode }) => trackingCode,
  );
  expect(new Set(codes).size).toBe(2);
  for (const code of codes) expect(Buffer.from(code, 'base64url')).toHaveLength(16);
});

test('staff read the code too', async () => {
  const { id, trackingCode } = await placedOrder(anna, here);
  const kim = await staff(app, here.id, 'KITCHEN');
  for (const viewer of [kim, here.owner, anna])
    expect((await viewer.ask(OrderDocument, { id })).order.trackingCode).toBe(trackingCode);
});

test('whoever has it reads how far the order is, and nothing of whom it is for', async () => {
  const order = await placedDelivery(anna, here);
  await move(order, 'ACCEPTED');
  const seen = await tracked(order.trackingCode);
  expect(seen).toMatchObject({
    restaurant: 'A place',
    number: order.number,
    status: 'ACCEPTED',
    fulfilment: 'DELIVERY',
    lines: [{ title: 'Coke', variantLabel: null, quantity: 1, status: 'FIRED' }],
  });
  expect(JSON.stringify(seen)).not.toMatch(/Anna|600|Calle|onions|[0-9a-f]{8}-/i);
});

test('what it can say at all is this, and no more', async () => {
  const query = '{ __type(name: "TrackedOrder") { fields { name } } }';
  const { data } = await nobody.raw<{ __type: { fields: { name: string }[] } }>(query);
  const names = data!.__type.fields.map(({ name }) => name);
  const harmless = [
    'restaurant',
    'number',
    'status',
    'fulfilment',
    'wishedAt',
    'placedAt',
    'promisedAt',
    'updatedAt',
    'lines',
  ];
  expect(names.sort()).toEqual(harmless.sort());
});

test('a line that is void is not in it', async () => {
  const { id, version, lines, trackingCode } = await placedOrder(anna, here);
  const input = { orderId: id, expectedVersion: version, lineId: lines[0]!.id, reason: 'It fell' };
  await here.owner.ask(VoidLineDocument, { input });
  expect((await tracked(trackingCode)).lines).toEqual([]);
});

test('it ends a day after the order was over, and not before', async () => {
  const order = await placedOrder(anna, here);
  const open = await placedOrder(anna, here);
  await move(order, 'REJECTED');
  hours(23.9);
  expect((await tracked(order.trackingCode)).status).toBe('REJECTED');
  hours(0.2);
  expect(await nobody.codeOf(TrackOrderDocument, { code: order.trackingCode })).toBe('NOT_FOUND');
  expect((await tracked(open.trackingCode)).status).toBe('PLACED');
});

test('that day begins when it was over, whatever is done to its bill later', async () => {
  const order = await placedOrder(anna, here);
  for (const to of ['ACCEPTED', 'PREPARING', 'READY', 'COMPLETED'] as const) await move(order, to);
  // Time passes for the database too, whose clock nobody hands over.
  await rows(
    app.database.em(),
    sql`update orders set ended_at = ended_at - interval '23.9 hours' where id = ${order.id}`,
  );
  const { version } = (await here.owner.ask(OrderDocument, { id: order.id })).order;
  const off = { orderId: order.id, expectedVersion: version, discount: { amount: 1 }, reason: 'Late' };
  await here.owner.ask(DiscountOrderDocument, { input: off });
  expect((await tracked(order.trackingCode)).status).toBe('COMPLETED');
  hours(0.2);
  expect(await nobody.codeOf(TrackOrderDocument, { code: order.trackingCode })).toBe('NOT_FOUND');
});

test('codes of no order are found nowhere, whatever they look like, and those who try them have to wait', async () => {
  const strict = await startApp({ config: { limits: { ...generousLimits, trackOrder: 6 } } });
  const there = await place(strict);
  const { id, trackingCode } = await placedOrder(await guest(strict, there), there);
  const stranger = new As(strict.url);
  const codeOf = (code: string) => stranger.codeOf(TrackOrderDocument, { code });
  const wrong = ['', 'x'.repeat(5_000), id, `${trackingCode.slice(0, 21)}%`, "' or true --", 'a'.repeat(22)];
  for (const code of wrong) expect([code, await codeOf(code)]).toEqual([code, 'NOT_FOUND']);
  await codeOf('b'.repeat(22));
  expect(await codeOf('c'.repeat(22))).toBe('RATE_LIMITED');
  expect(await codeOf(trackingCode)).toBe('OK');
  await strict.close();
});

test('whoever has the code hears every change, without an account', async () => {
  const order = await placedOrder(anna, here);
  const updates = nobody.live(TrackedOrderUpdatesDocument, { code: order.trackingCode });
  const { trackedOrderUpdates: first } = await updates.at(0);
  expect(first).toMatchObject({ verdict: 'SNAPSHOT', order: { status: 'PLACED' } });
  await placedOrder(anna, here);
  await move(order, 'ACCEPTED');
  const { trackedOrderUpdates: next } = await updates.at(1);
  expect(next).toMatchObject({ verdict: null, order: { number: order.number, status: 'ACCEPTED' } });
  expect(next.previous).toBeLessThanOrEqual(first.number);
  const unknown = nobody.live(TrackedOrderUpdatesDocument, { code: 'b'.repeat(22) });
  expect((await unknown.refused()).code).toBe('NOT_FOUND');
  await nobody.hangUp();
});
