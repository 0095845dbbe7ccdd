import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AcceptInviteDocument,
  ChangeStaffRoleDocument,
  InviteStaffDocument,
  KitchenTicketsDocument,
  LeaveRestaurantDocument,
  RemoveStaffDocument,
  RestaurantStaffDocument,
  type StaffFilterInput,
  type StaffOrderInput,
  TransferOwnershipDocument,
  UpdateMeDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { type Sql, sql } from '../../src/database/sql.ts';
import type { Role } from '../../src/restaurants/role.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { As } from '../support/as.ts';
import { admin, guest, key, type Person, type Place, person, place, staff } from '../support/build.ts';
import { invited } from '../support/invite.ts';
import { placedOrder } from '../support/order.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  here = await place(app);
});

afterAll(() => app.close());

const query = <Row>(statement: Sql) => rows<Row>(app.database.em(), statement);
const of = ({ id: personId }: Person) => ({ restaurantId: here.id, personId });
const as = (person: Person, role: Role) => ({ input: { ...of(person), role } });

const remove = (by: As, whom: Person) => by.codeOf(RemoveStaffDocument, of(whom));
const change = (by: As, whom: Person, role: Role) => by.codeOf(ChangeStaffRoleDocument, as(whom, role));
const leave = (who: As) => who.codeOf(LeaveRestaurantDocument, { restaurantId: here.id });

/** As the database has it, whoever may still ask. */
async function roles(): Promise<Record<string, Role>> {
  const all = await query<{ id: string; role: Role }>(
    sql`select person_id as id, role from staff where restaurant_id = ${here.id}`,
  );
  return Object.fromEntries(all.map(({ id, role }) => [id, role]));
}

describe('the list', () => {
  test('comes in pages, whoever came last first', async () => {
    const mona = await staff(app, here.id, 'MANAGER');
    const kim = await staff(app, here.id, 'KITCHEN');
    const all = { restaurantId: here.id };
    const first = (await mona.ask(RestaurantStaffDocument, { ...all, first: 2, withTotal: true }))
      .restaurantStaff;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(first.edges.map(({ node }) => node)).toEqual([
      expect.objectContaining({ personId: kim.id, name: 'Somebody', email: kim.email, role: 'KITCHEN' }),
      expect.objectContaining({ personId: mona.id, role: 'MANAGER' }),
    ]);
    const { endCursor: after } = first.pageInfo;
    const next = (await mona.ask(RestaurantStaffDocument, { ...all, first: 2, after })).restaurantStaff;
    expect(next.edges.map(({ node }) => node.personId)).toEqual([here.owner.id]);
    expect(await mona.codeOf(RestaurantStaffDocument, { ...all, first: 101 })).toBe('BAD_USER_INPUT');
  });

  test('is filtered and ordered by all there is', async () => {
    const mona = await staff(app, here.id, 'MANAGER');
    const [kim, kate] = [await staff(app, here.id, 'KITCHEN'), await staff(app, here.id, 'KITCHEN')];
    await kim.ask(UpdateMeDocument, { input: { name: 'Ána' } });
    await kate.ask(UpdateMeDocument, { input: { name: 'anabel' } });
    const called = new Map([
      [here.owner.id, 'owner'],
      [mona.id, 'mona'],
      [kim.id, 'kim'],
      [kate.id, 'kate'],
    ]);
    const listed = async (wanted: { filter?: StaffFilterInput; orderBy?: StaffOrderInput[] }) => {
      const asked = { restaurantId: here.id, withTotal: true, ...wanted };
      const { edges, totalCount } = (await mona.ask(RestaurantStaffDocument, asked)).restaurantStaff;
      expect(totalCount).toBe(edges.length);
      return edges.map(({ node }) => called.get(node.personId));
    };
    const wanted: [Parameters<typeof listed>[0], string[]][] = [
      [{ filter: { role: ['KITCHEN'] } }, ['kate', 'kim']],
      [{ filter: { role: ['MANAGER', 'OWNER'] } }, ['mona', 'owner']],
      [{ filter: { role: [] } }, []],
      [{ filter: { text: 'ANA' } }, ['kate', 'kim']],
      [{ filter: { text: mona.email.toUpperCase() } }, ['mona']],
      [{ filter: { text: '%' } }, []],
      [{ filter: { text: 'anab', role: ['FLOOR'] } }, []],
      [{ orderBy: [{ by: 'NAME' }, { by: 'SINCE' }] }, ['kim', 'kate', 'owner', 'mona']],
      [{ orderBy: [{ by: 'ROLE' }, { by: 'NAME', descending: true }] }, ['owner', 'mona', 'kate', 'kim']],
      [{ orderBy: [{ by: 'SINCE' }] }, ['owner', 'mona', 'kim', 'kate']],
    ];
    for (const [asked, expected] of wanted) expect([asked, await listed(asked)]).toEqual([asked, expected]);
  });

  test('looks for nobody who works elsewhere only', async () => {
    const elsewhere = await place(app);
    const { email: text } = elsewhere.owner;
    const { edges } = (
      await here.owner.ask(RestaurantStaffDocument, { restaurantId: here.id, filter: { text } })
    ).restaurantStaff;
    expect(edges).toEqual([]);
  });
});

describe('a new role', () => {
  test('ends what its holder may not see any more, and goes on with the rest', async () => {
    const kim = await staff(app, here.id, 'KITCHEN');
    const screen = kim.live(KitchenTicketsDocument, { restaurantId: here.id });
    await screen.at(0);
    expect(await change(here.owner, kim, 'FLOOR')).toBe('OK');
    await placedOrder(await guest(app, here), here);
    expect((await screen.at(1)).kitchenTickets.ticket?.allowedMoves).toContain('CANCELLED');
    expect(await change(here.owner, kim, 'COURIER')).toBe('OK');
    expect((await screen.refused()).code).toBe('FORBIDDEN');
    await kim.hangUp();
  });

  test('given twice is told once', async () => {
    const kim = await staff(app, here.id, 'KITCHEN');
    const happened = () => query(sql`select data from event where stream = ${here.id} and topic = 'staff'`);
    for (let time = 0; time < 2; time++) {
      const { changeStaffRole } = await here.owner.ask(ChangeStaffRoleDocument, as(kim, 'FLOOR'));
      expect(changeStaffRole).toEqual({ personId: kim.id, role: 'FLOOR' });
    }
    expect(await happened()).toEqual([{ data: { role: 'FLOOR' } }]);
  });

  test('withdraws the invites to roles that its holder manages no longer', async () => {
    const olga = await staff(app, here.id, 'OWNER');
    const [max, kim] = [await person(app), await person(app)];
    const above = await invited(app, here, { email: max.email, role: 'MANAGER', by: olga });
    const below = await invited(app, here, { email: kim.email, role: 'KITCHEN', by: olga });
    expect(await change(here.owner, olga, 'MANAGER')).toBe('OK');
    expect(await max.codeOf(AcceptInviteDocument, above)).toBe('TOKEN_INVALID');
    expect(await kim.codeOf(AcceptInviteDocument, below)).toBe('OK');
  });
});

describe('nobody raises themselves', () => {
  test('neither a manager nor an admin who cooks here', async () => {
    const [mona, ada] = [await staff(app, here.id, 'MANAGER'), await staff(app, here.id, 'KITCHEN')];
    await query(sql`update person set admin = true where id = ${ada.id}`);
    expect(await change(mona, mona, 'OWNER')).toBe('FORBIDDEN');
    expect(await change(ada, ada, 'OWNER')).toBe('FORBIDDEN');
    expect(await ada.codeOf(TransferOwnershipDocument, of(ada))).toBe('FORBIDDEN');
    expect(await roles()).toMatchObject({ [mona.id]: 'MANAGER', [ada.id]: 'KITCHEN' });
  });

  test('one who has been dismissed in the same request changes nothing more', async () => {
    const [olga, kim] = [await staff(app, here.id, 'OWNER'), await staff(app, here.id, 'KITCHEN')];
    const answer = await olga.raw(`mutation {
      leaveRestaurant(restaurantId: "${here.id}")
      removeStaff(restaurantId: "${here.id}", personId: "${kim.id}")
    }`);
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    expect(Object.keys(await roles()).sort()).toEqual([here.owner.id, kim.id].sort());
  });
});

describe('an admin of the platform', () => {
  test('may what an owner may, and leaves nothing', async () => {
    const [ada, mona] = [await admin(app), await staff(app, here.id, 'MANAGER')];
    expect(await leave(ada)).toBe('NOT_FOUND');
    expect(await ada.codeOf(TransferOwnershipDocument, of(mona))).toBe('OK');
    expect(await remove(ada, here.owner)).toBe('OK');
    expect(await remove(ada, mona)).toBe('LAST_OWNER');
    expect(await roles()).toEqual({ [mona.id]: 'OWNER' });
  });
});

describe('the last owner', () => {
  test('is not removed, does not step down and does not leave, until there is another', async () => {
    const { owner } = here;
    const refused = [await remove(owner, owner), await change(owner, owner, 'MANAGER'), await leave(owner)];
    expect(refused).toEqual(['LAST_OWNER', 'LAST_OWNER', 'LAST_OWNER']);
    expect(await roles()).toEqual({ [owner.id]: 'OWNER' });
    const olga = await staff(app, here.id, 'OWNER');
    expect(await change(owner, owner, 'COURIER')).toBe('OK');
    expect([await leave(owner), await leave(owner)]).toEqual(['OK', 'OK']);
    expect(await roles()).toEqual({ [olga.id]: 'OWNER' });
  });

  const atOnce: [string, (one: Person, other: Person) => Promise<string>, string][] = [
    ['dismiss each other', (one, other) => remove(one, other), 'NOT_FOUND'],
    ['demote each other', (one, other) => change(one, other, 'FLOOR'), 'FORBIDDEN'],
    ['leave', (one) => leave(one), 'LAST_OWNER'],
    ['step down', (one) => change(one, one, 'KITCHEN'), 'LAST_OWNER'],
  ];

  test.each(atOnce)('is left when two %s at once', async (_, act, late) => {
    const olga = await staff(app, here.id, 'OWNER');
    const codes = await Promise.all([act(here.owner, olga), act(olga, here.owner)]);
    expect(codes.sort()).toEqual(['OK', late].sort());
    expect(Object.values(await roles()).filter((role) => role === 'OWNER')).toHaveLength(1);
  });
});

describe('ownership handed over', () => {
  test('makes a manager of who had it, and dead what only an owner may offer', async () => {
    const { owner } = here;
    const [mona, max] = [await staff(app, here.id, 'MANAGER'), await person(app)];
    const offer = await invited(app, here, { email: max.email, role: 'OWNER' });
    const { transferOwnership } = await owner.ask(TransferOwnershipDocument, of(mona));
    expect(transferOwnership).toEqual({ personId: mona.id, role: 'OWNER' });
    expect(await roles()).toEqual({ [mona.id]: 'OWNER', [owner.id]: 'MANAGER' });
    expect(await max.codeOf(AcceptInviteDocument, offer)).toBe('TOKEN_INVALID');
    expect(await owner.codeOf(TransferOwnershipDocument, of(mona))).toBe('FORBIDDEN');
  });

  test('goes to nobody who does not work here', async () => {
    expect(await here.owner.codeOf(TransferOwnershipDocument, of(await person(app)))).toBe('NOT_FOUND');
    expect(await here.owner.codeOf(TransferOwnershipDocument, of(here.owner))).toBe('OK');
    expect(await roles()).toEqual({ [here.owner.id]: 'OWNER' });
  });
});

test('somebody who is gone can be removed again, and leave again, which is told once', async () => {
  const [kim, pat] = [await staff(app, here.id, 'KITCHEN'), await staff(app, here.id, 'FLOOR')];
  expect([await remove(here.owner, kim), await remove(here.owner, kim)]).toEqual(['OK', 'OK']);
  expect([await leave(pat), await leave(pat)]).toEqual(['OK', 'OK']);
  expect(await leave(kim)).toBe('NOT_FOUND');
  expect(await remove(here.owner, await person(app))).toBe('NOT_FOUND');
  const happened = await query(
    sql`select kind from event where stream = ${here.id} and topic = 'staff' order by number`,
  );
  expect(happened).toEqual([{ kind: 'staff.removed' }, { kind: 'staff.left' }]);
});

test("a manager's own invites go when they leave", async () => {
  const [mona, kim] = [await staff(app, here.id, 'MANAGER'), await person(app)];
  const offer = await invited(app, here, { email: kim.email, role: 'KITCHEN', by: mona });
  expect(await leave(mona)).toBe('OK');
  expect(await kim.codeOf(AcceptInviteDocument, offer)).toBe('TOKEN_INVALID');
  const input = { restaurantId: here.id, email: kim.email, role: 'FLOOR' as const };
  expect(await mona.codeOf(InviteStaffDocument, { input, idempotencyKey: key() })).toBe('NOT_FOUND');
});
