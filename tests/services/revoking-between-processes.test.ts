import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CreateApiKeyDocument,
  KitchenTicketsDocument,
  MoveOrderDocument,
  OpenCartDocument,
  OrderUpdatesDocument,
  RevokeApiKeyDocument,
  RotateTableCodeDocument,
  SignInDocument,
  SignOutDocument,
  StartVisitDocument,
} from '../../schema/operations.ts';
import { Wire } from '../events/wire.ts';
import type { TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, key, type Place, password, person, place } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { type TwoProcesses, twoProcesses, ways } from './two-processes.ts';

describe.each(ways)('what is revoked on one process is over on another %s', (_, way) => {
  let both: TwoProcesses;
  let one: TestApp;
  let other: TestApp;
  let here: Place;

  beforeAll(async () => {
    both = await twoProcesses(way);
    ({ one, other } = both);
    here = await place(one);
  });

  afterAll(() => both.close());

  test('every session of a person: the sockets close with 4403', async () => {
    const { email } = await person(one);
    const signIn = async (at: TestApp): Promise<As> => {
      const answer = await new As(at.url).ask(SignInDocument, { input: { email, password } });
      return new As(at.url, { accessToken: answer.signIn.accessToken });
    };
    const [phone, laptop] = [await signIn(one), await signIn(other)];
    const wires = [await Wire.open(laptop), await Wire.open(both.there(phone))];
    await phone.ask(SignOutDocument, { everywhere: true });
    await both.inTime(Promise.all(wires.map(({ closed }) => closed)));
    for (const { closed } of wires) expect((await closed).code).toBe(4403);
  });

  test('a key: its screens end, its sockets close with 4403', async () => {
    const input = { restaurantId: here.id, name: 'A screen', scopes: ['KITCHEN_READ' as const] };
    const { createApiKey } = await here.owner.ask(CreateApiKeyDocument, { input, idempotencyKey: key() });
    const program = new As(other.url, { accessToken: createApiKey.token! });
    const board = program.live(KitchenTicketsDocument, { restaurantId: here.id });
    await board.at(0);
    const wire = await Wire.open(program);
    await here.owner.ask(RevokeApiKeyDocument, { keyId: createApiKey.key.id });
    await both.inTime(Promise.all([wire.closed, board.refused()]));
    expect((await wire.closed).code).toBe(4403);
    expect(board.messages).toHaveLength(1);
  });

  test("a table's code: its guests order nothing more, and go on reading what they have ordered", async () => {
    const anna = both.there(await guest(one, here));
    const order = await placedOrder(anna, here);
    const own = anna.live(OrderUpdatesDocument, { orderId: order.id });
    await own.at(0);
    await here.owner.ask(RotateTableCodeDocument, { tableId: here.tableId });

    const { slug, tableCode } = here;
    const opening = anna.live(OpenCartDocument, { restaurantSlug: slug });
    expect((await opening.refused()).code).toBe('VISIT_ENDED');
    expect(await new As(other.url).codeOf(StartVisitDocument, { slug, tableCode })).toBe('NOT_FOUND');
    const move = { orderId: order.id, to: 'ACCEPTED', expectedVersion: order.version } as const;
    await here.owner.ask(MoveOrderDocument, move);
    await both.inTime(own.at(1));
    expect((await own.at(1)).orderUpdates.order.status).toBe('ACCEPTED');
    await anna.hangUp();
  });
});
