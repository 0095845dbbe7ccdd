import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AcceptInviteDocument,
  InviteStaffDocument,
  KitchenTicketsDocument,
  MyRestaurantsDocument,
  RegisterDocument,
  RemoveStaffDocument,
  ResendInviteDocument,
  RestaurantInvitesDocument,
  RestaurantStaffDocument,
  RevokeInviteDocument,
  SignInDocument,
  VerifyEmailDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { type Sql, sql } from '../../src/database/sql.ts';
import { generousLimits, startApp, type TestApp } from '../support/app.ts';
import { As, type Refused } from '../support/as.ts';
import {
  admin,
  guest,
  key,
  type Person,
  type Place,
  password,
  person,
  place,
  staff,
  unique,
} from '../support/build.ts';
import { invited } from '../support/invite.ts';
import { placedOrder } from '../support/order.ts';
import { tokenIn } from '../support/token-in.ts';

let app: TestApp;
let here: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
});

afterAll(() => app.close());

const query = <Row>(statement: Sql) => rows<Row>(app.database.em(), statement);
const address = () => `${unique('Invited')}@example.com`;
const inviting = (email: string, role: 'KITCHEN' | 'MANAGER' | 'OWNER' = 'KITCHEN') => ({
  input: { restaurantId: here.id, email, role },
  idempotencyKey: key(),
});

async function accept(by: As, token: string): Promise<string> {
  return by.codeOf(AcceptInviteDocument, { token });
}

async function roleOf({ id }: Person, where = here): Promise<string | undefined> {
  const { restaurantStaff } = await where.owner.ask(RestaurantStaffDocument, { restaurantId: where.id });
  return restaurantStaff.edges.find(({ node }) => node.personId === id)?.node.role;
}

test('a cook is invited by mail, registers, accepts, watches the kitchen, is dismissed, and the screen goes dark', async () => {
  const email = address();
  await here.owner.ask(InviteStaffDocument, inviting(email));
  const letter = await app.mailbox.letterTo(email);
  expect(letter).toContain('at A place in the kitchen');
  expect(letter).toContain('http://comanda.test');

  const nobody = new As(app.url);
  const account = { email: email.toLowerCase(), name: 'Kim', password };
  await nobody.ask(RegisterDocument, { input: account });
  await nobody.ask(VerifyEmailDocument, { token: tokenIn(await app.mailbox.letterTo(email)) });
  const { signIn } = await nobody.ask(SignInDocument, { input: { email, password } });
  const kim = new As(app.url, signIn);
  const { acceptInvite } = await kim.ask(AcceptInviteDocument, { token: tokenIn(letter) });
  expect(acceptInvite).toEqual({ id: here.id, slug: here.slug, title: 'A place', myRole: 'KITCHEN' });
  expect((await kim.ask(MyRestaurantsDocument)).myRestaurants).toHaveLength(1);

  const screen = kim.live(KitchenTicketsDocument, { restaurantId: here.id });
  await screen.at(0);
  const order = await placedOrder(await guest(app, here), here);
  expect((await screen.at(1)).kitchenTickets.ticket?.id).toBe(order.id);

  await here.owner.ask(RemoveStaffDocument, { restaurantId: here.id, personId: signIn.person.id });
  expect((await screen.refused()).code).toBe('NOT_FOUND');
  expect(await accept(kim, tokenIn(letter))).toBe('TOKEN_INVALID');
  expect((await kim.ask(MyRestaurantsDocument)).myRestaurants).toEqual([]);
  await kim.hangUp();
});

test('of 20 accepts at once each is answered, and there is one membership', async () => {
  const kim = await person(app);
  const { token } = await invited(app, here, { email: kim.email, role: 'FLOOR' });
  const answers = await Promise.all(Array.from({ length: 20 }, () => accept(kim, token)));
  expect(new Set(answers)).toEqual(new Set(['OK']));
  const happened = sql`
    select kind from event where stream = ${here.id} and topic = 'staff' and subject = ${kim.id}`;
  expect(await query(happened)).toEqual([{ kind: 'staff.joined' }]);
  expect(await roleOf(kim)).toBe('FLOOR');
});

describe('a token opens nothing', () => {
  test('for another address, for an address that is not proven, and for nobody', async () => {
    const [kim, pat] = [await person(app), await person(app)];
    const { token } = await invited(app, here, { email: kim.email, role: 'KITCHEN' });
    expect(await accept(pat, token)).toBe('TOKEN_INVALID');
    expect(await accept(await guest(app, here), token)).toBe('UNAUTHENTICATED');
    await query(sql`update person set verified_at = null where id = ${kim.id}`);
    expect(await accept(kim, token)).toBe('TOKEN_INVALID');
    expect([await roleOf(kim), await roleOf(pat)]).toEqual([undefined, undefined]);
    await query(sql`update person set verified_at = now() where id = ${kim.id}`);
    expect(await accept(kim, token)).toBe('OK');
    expect(await accept(pat, token)).toBe('TOKEN_INVALID');
  });

  test('once it has expired; sent again, the new one does', async () => {
    const kim = await person(app);
    const { id, token } = await invited(app, here, { email: kim.email, role: 'KITCHEN' });
    await query(sql`update invite set expires_at = now() - interval '1 second' where id = ${id}`);
    expect(await accept(kim, token)).toBe('TOKEN_INVALID');
    const { resendInvite } = await here.owner.ask(ResendInviteDocument, { inviteId: id });
    expect(Date.parse(resendInvite.expiresAt) - Date.parse(resendInvite.sentAt)).toBe(7 * 86_400_000);
    const again = tokenIn(await app.mailbox.letterTo(kim.email));
    expect(await accept(kim, token)).toBe('TOKEN_INVALID');
    expect(await accept(kim, again)).toBe('OK');
    expect(await here.owner.codeOf(ResendInviteDocument, { inviteId: id })).toBe('NOT_FOUND');
    expect(await here.owner.codeOf(RevokeInviteDocument, { inviteId: id })).toBe('NOT_FOUND');
  });

  test('once a newer invite has replaced it', async () => {
    const kim = await person(app);
    const older = await invited(app, here, { email: kim.email, role: 'KITCHEN' });
    const newer = await invited(app, here, { email: kim.email, role: 'MANAGER' });
    const { restaurantInvites } = await here.owner.ask(RestaurantInvitesDocument, { restaurantId: here.id });
    const open = restaurantInvites.filter(({ email }) => email === kim.email);
    expect(open).toEqual([expect.objectContaining({ id: newer.id, role: 'MANAGER' })]);
    expect(await accept(kim, older.token)).toBe('TOKEN_INVALID');
    expect(await accept(kim, newer.token)).toBe('OK');
    expect(await roleOf(kim)).toBe('MANAGER');
  });

  test('once it is taken back, which is done once', async () => {
    const kim = await person(app);
    const { id: inviteId, token } = await invited(app, here, { email: kim.email, role: 'KITCHEN' });
    const { revokeInvite } = await here.owner.ask(RevokeInviteDocument, { inviteId });
    expect(await here.owner.ask(RevokeInviteDocument, { inviteId })).toEqual({ revokeInvite });
    expect(await accept(kim, token)).toBe('TOKEN_INVALID');
    expect(await here.owner.codeOf(ResendInviteDocument, { inviteId })).toBe('NOT_FOUND');
  });

  test('once whoever sent it is dismissed', async () => {
    const [kim, mona] = [await person(app), await staff(app, here.id, 'MANAGER')];
    const { token } = await invited(app, here, { email: kim.email, role: 'KITCHEN', by: mona });
    await here.owner.ask(RemoveStaffDocument, { restaurantId: here.id, personId: mona.id });
    expect(await accept(kim, token)).toBe('TOKEN_INVALID');
  });

  test('once who sent it is suspended, or is an admin no more', async () => {
    const [kim, pat, ada] = [await person(app), await person(app), await admin(app)];
    const mona = await staff(app, here.id, 'MANAGER');
    const monas = await invited(app, here, { email: kim.email, role: 'KITCHEN', by: mona });
    const adas = await invited(app, here, { email: pat.email, role: 'OWNER', by: ada });
    await query(sql`update person set suspended_at = now() where id = ${mona.id}`);
    await query(sql`update person set admin = false where id = ${ada.id}`);
    expect(await accept(kim, monas.token)).toBe('TOKEN_INVALID');
    expect(await accept(pat, adas.token)).toBe('TOKEN_INVALID');
  });

  test('once the person whose address it was sent to has been dismissed', async () => {
    const [email, kim] = [address(), await staff(app, here.id, 'KITCHEN')];
    const { token } = await invited(app, here, { email, role: 'KITCHEN' });
    await query(sql`update person set email_key = ${email.toLowerCase()} where id = ${kim.id}`);
    await here.owner.ask(RemoveStaffDocument, { restaurantId: here.id, personId: kim.id });
    expect(await accept(kim, token)).toBe('TOKEN_INVALID');
  });

  test('while the restaurant is suspended', async () => {
    const [there, kim] = [await place(app), await person(app)];
    const { token } = await invited(app, there, { email: kim.email, role: 'KITCHEN' });
    await query(sql`update restaurant set suspended_at = now() where id = ${there.id}`);
    expect(await accept(kim, token)).toBe('TOKEN_INVALID');
  });
});

test('an archived restaurant takes nobody on; whoever came before may accept again', async () => {
  const [there, kim, pat] = [await place(app), await person(app), await person(app)];
  const kims = await invited(app, there, { email: kim.email, role: 'KITCHEN' });
  const pats = await invited(app, there, { email: pat.email, role: 'KITCHEN' });
  expect(await accept(kim, kims.token)).toBe('OK');
  await query(sql`update restaurant set archived_at = now() where id = ${there.id}`);
  expect(await accept(pat, pats.token)).toBe('TOKEN_INVALID');
  expect(await accept(kim, kims.token)).toBe('OK');
});

test('what was accepted stays so when whoever sent it has gone', async () => {
  const [kim, mona] = [await person(app), await staff(app, here.id, 'MANAGER')];
  const { token } = await invited(app, here, { email: kim.email, role: 'KITCHEN', by: mona });
  expect(await accept(kim, token)).toBe('OK');
  await here.owner.ask(RemoveStaffDocument, { restaurantId: here.id, personId: mona.id });
  expect(await accept(kim, token)).toBe('OK');
  expect(await roleOf(kim)).toBe('KITCHEN');
});

test('whoever works there keeps the role they have', async () => {
  const email = address();
  const { token } = await invited(app, here, { email, role: 'OWNER' });
  const kim = await staff(app, here.id, 'KITCHEN');
  await query(sql`update person set email_key = ${email.toLowerCase()} where id = ${kim.id}`);
  expect(await accept(kim, token)).toBe('OK');
  expect(await roleOf(kim)).toBe('KITCHEN');
});

test('with the same key an invite is made and sent once', async () => {
  const email = address();
  const wanted = inviting(email);
  const { inviteStaff } = await here.owner.ask(InviteStaffDocument, wanted);
  await app.mailbox.letterTo(email);
  const again = await here.owner.ask(InviteStaffDocument, wanted);
  expect(again.inviteStaff).toEqual({ ...inviteStaff, replayed: true });
  const other = { ...inviting(email, 'MANAGER'), idempotencyKey: wanted.idempotencyKey };
  expect(await here.owner.codeOf(InviteStaffDocument, other)).toBe('IDEMPOTENCY_KEY_REUSED');
  // Letters go in order, so when a later one is there, a second one would be.
  await invited(app, here, { email: address(), role: 'KITCHEN' });
  expect(await app.mailbox.countTo(email)).toBe(1);
});

test.each([
  ['no address', 'nobody'],
  ['an endless one', `${'x'.repeat(250)}@example.com`],
  ['one that would make a letter of its own', 'a@example.com\r\nBcc: b@example.com'],
])('%s is not invited', async (_, email) => {
  expect(await here.owner.codeOf(InviteStaffDocument, inviting(email))).toBe('BAD_USER_INPUT');
});

test('nobody is invited to where they work, nor by themselves', async () => {
  const [kim, ada] = [await staff(app, here.id, 'KITCHEN'), await admin(app)];
  expect(await here.owner.codeOf(InviteStaffDocument, inviting(kim.email, 'OWNER'))).toBe('BAD_USER_INPUT');
  expect(await ada.codeOf(InviteStaffDocument, inviting(ada.email, 'OWNER'))).toBe('FORBIDDEN');
  const { token } = await invited(app, here, { email: address(), role: 'OWNER', by: ada });
  await query(sql`
    update person set email_key = (select email_key from invite where invited_by_id = ${ada.id})
    where id = ${ada.id}`);
  expect(await accept(ada, token)).toBe('TOKEN_INVALID');
});

test('a manager does not replace what an owner has offered above a manager', async () => {
  const [email, mona] = [address(), await staff(app, here.id, 'MANAGER')];
  const { id } = await invited(app, here, { email, role: 'MANAGER' });
  expect(await mona.codeOf(InviteStaffDocument, inviting(email))).toBe('FORBIDDEN');
  const { restaurantInvites } = await mona.ask(RestaurantInvitesDocument, { restaurantId: here.id });
  expect(restaurantInvites.map((one) => one.id)).toContain(id);
});

test('there are 100 open invites at most', async () => {
  const there = await place(app);
  await query(sql`
    insert into invite (id, restaurant_id, email, email_key, role, token_hash, invited_by_id, created_at, sent_at, expires_at)
    select gen_random_uuid(), ${there.id}, n || '@example.com', n || '@example.com', 'FLOOR', ${there.id}::text || n,
      ${there.owner.id}, now(), now(), now() from generate_series(1, 100) n`);
  const wanted = (email: string) => ({
    ...inviting(email),
    input: { restaurantId: there.id, email, role: 'FLOOR' as const },
  });
  expect(await there.owner.codeOf(InviteStaffDocument, wanted('101@example.com'))).toBe('BAD_USER_INPUT');
  expect(await there.owner.codeOf(InviteStaffDocument, wanted('100@example.com'))).toBe('OK');
});

test('the token is in the letter alone', async () => {
  const { token } = await invited(app, here, { email: address(), role: 'KITCHEN' });
  const kept = await query<{ all: string }>(sql`select json_agg(i)::text as all from invite i`);
  const jobs = await query<{ all: string }>(sql`select json_agg(j)::text as all from job j`);
  const events = await query<{ all: string }>(sql`select json_agg(e)::text as all from event e`);
  expect(JSON.stringify([kept, jobs, events])).not.toContain(token);
  expect(JSON.stringify(events)).not.toContain('@example.com');
});

test('invitations are limited for who gets them, whoever sends them, with an account or without', async () => {
  const strict = await startApp({ config: { limits: { ...generousLimits, invitedOfDay: 2 } } });
  try {
    const [one, two] = [await place(strict), await place(strict)];
    const inviting = ({ id: restaurantId }: Place, email: string) => ({
      input: { restaurantId, email, role: 'FLOOR' as const },
      idempotencyKey: key(),
    });
    const stranger = await person(strict);
    const refusals: string[] = [];
    for (const email of [address(), (await person(strict)).email]) {
      for (let time = 0; time < 3; time++)
        expect(await stranger.codeOf(InviteStaffDocument, inviting(one, email))).toBe('NOT_FOUND');
      const { inviteStaff } = await one.owner.ask(InviteStaffDocument, inviting(one, email));
      expect(await two.owner.codeOf(InviteStaffDocument, inviting(two, email.toUpperCase()))).toBe('OK');
      const refused = (await one.owner
        .ask(ResendInviteDocument, { inviteId: inviteStaff.invite.id })
        .catch((error: unknown) => error)) as Refused;
      const { retryAfter } = refused.extensions['problem'] as { retryAfter: number };
      expect(retryAfter).toBeGreaterThan(86_000);
      refusals.push(refused.message.replace(/\d+/, 'so many'));
      expect(await two.owner.codeOf(InviteStaffDocument, inviting(two, email))).toBe('RATE_LIMITED');
      expect(await one.owner.codeOf(InviteStaffDocument, inviting(one, address()))).toBe('OK');
    }
    expect(refusals).toEqual(Array(2).fill('RATE_LIMITED: Too many of these: come again in so many s.'));
  } finally {
    await strict.close();
  }
});

test('invitations are limited for who sends them, and the tokens that are shown for a network', async () => {
  const limits = { ...generousLimits, invite: 2, token: 2 };
  const strict = await startApp({ config: { limits } });
  try {
    const there = await place(strict);
    const wanted = () => ({
      input: { restaurantId: there.id, email: address(), role: 'FLOOR' as const },
      idempotencyKey: key(),
    });
    const { inviteStaff } = await there.owner.ask(InviteStaffDocument, wanted());
    const again = { inviteId: inviteStaff.invite.id };
    expect(await there.owner.codeOf(ResendInviteDocument, again)).toBe('OK');
    expect(await there.owner.codeOf(InviteStaffDocument, wanted())).toBe('RATE_LIMITED');
    expect(await there.owner.codeOf(ResendInviteDocument, again)).toBe('RATE_LIMITED');
    const guesses = [];
    for (let time = 0; time < 3; time++) guesses.push(await accept(there.owner, 'nonsense'));
    expect(guesses).toEqual(['TOKEN_INVALID', 'TOKEN_INVALID', 'RATE_LIMITED']);
  } finally {
    await strict.close();
  }
});
