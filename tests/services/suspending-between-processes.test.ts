import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CreateApiKeyDocument,
  GrantAdminDocument,
  KitchenTicketsDocument,
  MenuDocument,
  RevokeAdminDocument,
  SuspendPersonDocument,
  SuspendRestaurantDocument,
} from '../../schema/operations.ts';
import { Wire } from '../events/wire.ts';
import type { TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { admin, key, type Person, person, place, staff } from '../support/build.ts';
import { type TwoProcesses, twoProcesses, ways } from './two-processes.ts';

describe.each(ways)('what the platform takes away on one process is gone on another %s', (_, way) => {
  let both: TwoProcesses;
  let one: TestApp;
  let other: TestApp;
  let ada: Person;

  beforeAll(async () => {
    both = await twoProcesses(way);
    ({ one, other } = both);
    ada = await admin(one);
  });

  afterAll(() => both.close());

  test('a person: what they watch ends, the sockets close with 4403', async () => {
    const here = await place(one);
    const kim = await staff(one, here.id, 'KITCHEN');
    const board = both.there(kim).live(KitchenTicketsDocument, { restaurantId: here.id });
    await board.at(0);
    const wire = await Wire.open(both.there(kim));
    await ada.ask(SuspendPersonDocument, { personId: kim.id });
    await both.inTime(Promise.all([wire.closed, board.refused()]));
    expect((await wire.closed).code).toBe(4403);
    expect(board.messages).toHaveLength(1);
    const back = await Wire.connected(both.there(kim));
    back.send({ type: 'connection_init', payload: kim.socketParams() });
    expect((await back.closed).code).toBe(4401);
  });

  test('a restaurant: its screens end with NOT_FOUND, its keys are out, its menu is gone', async () => {
    const here = await place(one);
    const restaurantId = here.id;
    const input = { restaurantId, name: 'A screen', scopes: ['KITCHEN_READ' as const] };
    const { createApiKey } = await here.owner.ask(CreateApiKeyDocument, { input, idempotencyKey: key() });
    const program = await Wire.open(new As(other.url, { accessToken: createApiKey.token! }));
    const owner = both.there(here.owner);
    const board = owner.live(KitchenTicketsDocument, { restaurantId });
    await board.at(0);
    const nobody = new As(other.url);
    const menu = () => nobody.codeOf(MenuDocument, { slug: here.slug });
    expect(await menu()).toBe('OK');
    const menuIsGone = async () => {
      while ((await menu()) !== 'NOT_FOUND');
    };
    await ada.ask(SuspendRestaurantDocument, { restaurantId });
    await both.inTime(Promise.all([program.closed, board.refused(), menuIsGone()]));
    expect((await program.closed).code).toBe(4403);
    expect((await board.refused()).code).toBe('NOT_FOUND');
    expect(board.messages).toHaveLength(1);
    await owner.hangUp();
  });

  test('the rights of an admin: the socket closes with 1012, and does not see again what it saw', async () => {
    const here = await place(one);
    const eve = await person(one);
    await ada.ask(GrantAdminDocument, { personId: eve.id });
    const watching = both.there(eve);
    const board = watching.live(KitchenTicketsDocument, { restaurantId: here.id });
    await board.at(0);
    const wire = await Wire.open(both.there(eve));
    await ada.ask(RevokeAdminDocument, { personId: eve.id });
    await both.inTime(Promise.all([wire.closed, board.refused()]));
    expect((await wire.closed).code).toBe(1012);
    expect(board.messages).toHaveLength(1);
    const again = both.there(eve).live(KitchenTicketsDocument, { restaurantId: here.id });
    expect((await again.refused()).code).toBe('NOT_FOUND');
    await watching.hangUp();
  });
});
