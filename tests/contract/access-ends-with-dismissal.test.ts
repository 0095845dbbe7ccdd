import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  KitchenTicketsDocument,
  MoveOrderDocument,
  OrderUpdatesDocument,
  RemoveStaffDocument,
  RestaurantOrdersDocument,
  RestaurantStaffDocument,
  WholeMenuDocument,
} from '../../schema/operations.ts';
import { sql } from '../../src/database/sql.ts';
import { memoryBell } from '../../src/events/memory-bell.ts';
import { transact } from '../../src/events/transact.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As, Refused } from '../support/as.ts';
import { guest, type Person, type Place, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';

/** Nobody hears it: what it would have said is found by asking. */
const silent = memoryBell();

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

describe('a dismissed cook who is watching', () => {
  test('is told NOT_FOUND before any later order, while the other screens go on', async () => {
    here = await place(app);
    const [kim, pat, zoe] = [await cook(), await cook(), await guest(app, here)];
    const watched = { restaurantId: here.id };
    const { id: orderId } = await placedOrder(zoe, here);
    const kims = [
      kim.live(KitchenTicketsDocument, watched),
      kim.live(RestaurantOrdersDocument, watched),
      kim.live(OrderUpdatesDocument, { orderId }),
    ];
    const pats = pat.live(KitchenTicketsDocument, watched);
    for (const stream of [...kims, pats]) await stream.at(0);

    await dismiss(here.owner, kim);
    const later = await placedOrder(zoe, here);
    await here.owner.ask(MoveOrderDocument, { orderId, to: 'ACCEPTED', expectedVersion: 1 });

    expect((await pats.at(1)).kitchenTickets.ticket!.id).toBe(later.id);
    expect((await pats.at(2)).kitchenTickets.ticket).toMatchObject({ id: orderId, status: 'ACCEPTED' });
    for (const stream of kims) {
      const end = stream.at(1).then(
        () => 'a later order',
        (refused: Refused) => refused.code,
      );
      expect(await end).toBe('NOT_FOUND');
    }
    await hangUp(kim, pat);
  });

  test('can neither come back nor catch up from the last number held', async () => {
    here = await place(app);
    const kim = await cook();
    const board = kim.live(KitchenTicketsDocument, { restaurantId: here.id });
    const { number } = (await board.at(0)).kitchenTickets;
    await dismiss(here.owner, kim);
    await board.refused();
    for (const after of [null, number]) {
      const again = kim.live(KitchenTicketsDocument, { restaurantId: here.id, after });
      expect((await again.refused()).code).toBe('NOT_FOUND');
      expect(again.messages).toEqual([]);
    }
    expect(await kim.codeOf(WholeMenuDocument, { restaurantId: here.id })).toBe('NOT_FOUND');
    await hangUp(kim);
  });

  test('goes on following an order of their own', async () => {
    here = await place(app);
    const kim = await cook();
    const { id: orderId } = await placedOrder(kim, here);
    const own = kim.live(OrderUpdatesDocument, { orderId });
    await own.at(0);
    await dismiss(here.owner, kim);
    await here.owner.ask(MoveOrderDocument, { orderId, to: 'ACCEPTED', expectedVersion: 1 });
    expect((await own.at(1)).orderUpdates.order.status).toBe('ACCEPTED');
    await hangUp(kim);
  });
});

test('a screen that has fallen behind does not start over for a cook dismissed meanwhile', async () => {
  const slow = await startApp({ config: { backlogBytes: -1, pollMs: 20 } });
  try {
    const there = await place(slow);
    const kim = await staff(slow, there.id, 'KITCHEN');
    const order = await placedOrder(await guest(slow, there), there);
    const board = kim.live(KitchenTicketsDocument, { restaurantId: there.id });
    await board.at(0);
    // Both in one transaction, so that the screen falls behind at the first and never comes to the second.
    await transact({ em: slow.database.em(), bell: silent }, there.id, async (tx) => {
      await tx.rows(sql`delete from staff where restaurant_id = ${there.id} and person_id = ${kim.id}`);
      await tx.tell([
        { kind: 'order.accepted', subject: order.id },
        { kind: 'staff.removed', subject: kim.id },
      ]);
    });
    await expect(board.at(2)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(board.messages).toHaveLength(2);
    await kim.hangUp();
  } finally {
    await slow.close();
  }
});

describe('a dismissal that is refused', () => {
  test('dismisses nobody', async () => {
    here = await place(app);
    const mona = await staff(app, here.id, 'MANAGER');
    const max = await staff(app, here.id, 'MANAGER');
    const before = await staffOf(here);
    await expect(dismiss(mona, here.owner)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(dismiss(mona, max)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(dismiss(here.owner, here.owner)).rejects.toMatchObject({ code: 'LAST_OWNER' });
    expect(await staffOf(here)).toEqual(before);
  });

  test('of two owners who dismiss each other at once, one stays', async () => {
    here = await place(app);
    const olga = await staff(app, here.id, 'OWNER');
    const both = await Promise.allSettled([dismiss(here.owner, olga), dismiss(olga, here.owner)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const left = both[0]!.status === 'fulfilled' ? here.owner : olga;
    const { restaurantStaff } = await left.ask(RestaurantStaffDocument, { restaurantId: here.id });
    expect(restaurantStaff.edges.map(({ node }) => node.personId)).toEqual([left.id]);
  });
});

function cook(): Promise<Person> {
  return staff(app, here.id, 'KITCHEN');
}

async function dismiss(by: As, { id }: Person): Promise<void> {
  await by.ask(RemoveStaffDocument, { restaurantId: here.id, personId: id });
}

async function staffOf({ owner, id }: Place): Promise<readonly object[]> {
  return (await owner.ask(RestaurantStaffDocument, { restaurantId: id })).restaurantStaff.edges;
}

async function hangUp(...viewers: As[]): Promise<void> {
  for (const viewer of viewers) await viewer.hangUp();
}
