import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AcceptInviteDocument,
  ChangeStaffRoleDocument,
  KitchenTicketsDocument,
  LeaveRestaurantDocument,
  RemoveStaffDocument,
  RestaurantStaffDocument,
} from '../../schema/operations.ts';
import type { Role } from '../../src/restaurants/role.ts';
import type { TestApp } from '../support/app.ts';
import { As, type Stream } from '../support/as.ts';
import { guest, type Person, type Place, person, place, staff } from '../support/build.ts';
import { invited } from '../support/invite.ts';
import { placedOrder } from '../support/order.ts';
import { type TwoProcesses, twoProcesses, ways } from './two-processes.ts';

describe.each(ways)('what an owner decides on one process holds on another %s', (_, way) => {
  let both: TwoProcesses;
  let one: TestApp;
  let here: Place;

  beforeAll(async () => {
    both = await twoProcesses(way);
    ({ one } = both);
    here = await place(one);
  });

  afterAll(() => both.close());

  const watching = (who: As) => who.live(KitchenTicketsDocument, { restaurantId: here.id });
  const of = ({ id: personId }: Person) => ({ restaurantId: here.id, personId });

  const change = (whom: Person, role: Role) =>
    here.owner.ask(ChangeStaffRoleDocument, { input: { ...of(whom), role } });

  /** With what it ends, soon after the answer that ends it. */
  async function endOf(screen: Stream<unknown>): Promise<string> {
    return (await both.inTime(screen.refused())).code;
  }

  test('a cook joins there, watches, is made a courier, cooks again and is dismissed', async () => {
    const kim = await person(one);
    const { token } = await invited(one, here, { email: kim.email, role: 'KITCHEN' });
    const screen = both.there(kim);
    expect((await screen.ask(AcceptInviteDocument, { token })).acceptInvite.myRole).toBe('KITCHEN');

    const first = watching(screen);
    await first.at(0);
    const order = await placedOrder(await guest(one, here), here);
    expect((await first.at(1)).kitchenTickets.ticket?.id).toBe(order.id);
    await change(kim, 'COURIER');
    expect(await endOf(first)).toBe('FORBIDDEN');

    await change(kim, 'KITCHEN');
    const second = watching(screen);
    await second.at(0);
    await here.owner.ask(RemoveStaffDocument, of(kim));
    expect(await endOf(second)).toBe('NOT_FOUND');
    expect(await screen.codeOf(AcceptInviteDocument, { token })).toBe('TOKEN_INVALID');
    await screen.hangUp();
  });

  test('a waiter who leaves on one process sees nothing more on the other', async () => {
    const flo = await staff(one, here.id, 'FLOOR');
    const screen = both.there(flo);
    const board = watching(screen);
    await board.at(0);
    await flo.ask(LeaveRestaurantDocument, { restaurantId: here.id });
    expect(await endOf(board)).toBe('NOT_FOUND');
    await screen.hangUp();
  });

  test('20 accepts at once, on both, make one membership', async () => {
    const kim = await person(one);
    const { token } = await invited(one, here, { email: kim.email, role: 'FLOOR' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? kim : both.there(kim)).codeOf(AcceptInviteDocument, { token }),
      ),
    );
    expect(new Set(answers)).toEqual(new Set(['OK']));
    const { restaurantStaff } = await here.owner.ask(RestaurantStaffDocument, { restaurantId: here.id });
    expect(restaurantStaff.edges.filter(({ node }) => node.personId === kim.id)).toHaveLength(1);
  });

  test('of two owners who dismiss each other at once, each on their own, one is left', async () => {
    for (let round = 0; round < 5; round++) {
      const olga = await staff(one, here.id, 'OWNER');
      const answers = await Promise.all([
        here.owner.codeOf(RemoveStaffDocument, of(olga)),
        both.there(olga).codeOf(RemoveStaffDocument, of(here.owner)),
      ]);
      expect([...answers].sort()).toEqual(['NOT_FOUND', 'OK']);
      const left = answers[0] === 'OK' ? here.owner : olga;
      const { restaurantStaff } = await left.ask(RestaurantStaffDocument, { restaurantId: here.id });
      const owners = restaurantStaff.edges.filter(({ node }) => node.role === 'OWNER');
      expect(owners.map(({ node }) => node.personId)).toEqual([left.id]);
      here = { ...here, owner: left };
    }
  });
});
