import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ErrorCodesDocument,
  KitchenTicketsDocument,
  MeDocument,
  RefreshSessionDocument,
  RenewConnectionDocument,
  SignInDocument,
  SignOutDocument,
  VerifyTokenDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { askingUntil } from '../events/asking-until.ts';
import { Wire } from '../events/wire.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, type Person, type Place, password, person, place } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { signed } from '../support/signed.ts';

let app: TestApp;
let here: Place;
let ann: Person;
let nobody: As;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  ann = await person(app);
  nobody = new As(app.url);
});

afterAll(() => app.close());

async function session(of: Person = ann): Promise<{ as: As; refreshToken: string }> {
  const { signIn } = await nobody.ask(SignInDocument, { input: { email: of.email, password } });
  return { as: new As(app.url, { accessToken: signIn.accessToken }), refreshToken: signIn.refreshToken };
}

test('signing out ends this session and closes its sockets with 4403, and leaves the others', async () => {
  const [phone, laptop] = [await session(), await session()];
  const [atPhone, atLaptop] = [await Wire.open(phone.as), await Wire.open(laptop.as)];
  await phone.as.ask(SignOutDocument, {});
  expect(await phone.as.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  expect(await nobody.codeOf(RefreshSessionDocument, { refreshToken: phone.refreshToken })).toBe(
    'UNAUTHENTICATED',
  );
  expect((await atPhone.closed).code).toBe(4403);
  expect(await laptop.as.codeOf(MeDocument, {})).toBe('OK');
  expect(atLaptop.socket.readyState).toBe(atLaptop.socket.OPEN);
  atLaptop.socket.close();
});

test('signing out everywhere ends every session of the person, and of nobody else', async () => {
  const sessions = [await session(), await session()];
  const wires = await Promise.all(sessions.map(({ as }) => Wire.open(as)));
  await sessions[0]!.as.ask(SignOutDocument, { everywhere: true });
  for (const { closed } of wires) expect((await closed).code).toBe(4403);
  for (const { as } of sessions) expect(await as.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  expect(await here.owner.codeOf(MeDocument, {})).toBe('OK');
});

test('of more than a hundred sessions the one begun longest ago ends', async () => {
  const bob = await person(app);
  const wire = await Wire.open(bob);
  await rows(
    app.database.em(),
    sql`
    insert into session (id, person_id, family_hash, token_hash, created_at, expires_at)
    select ('ffffffff-ffff-7fff-8fff-' || lpad(to_hex(n), 12, '0'))::uuid, ${bob.id}, '', '', now(), now() + interval '1 day'
    from generate_series(1, 99) n`,
  );
  const input = { email: bob.email, password };
  const { signIn } = await nobody.ask(SignInDocument, { input });
  expect((await wire.closed).code).toBe(4403);
  expect(await bob.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  const newest = new As(app.url, { accessToken: signIn.accessToken });
  expect(await newest.codeOf(MeDocument, {})).toBe('OK');
});

test('a socket whose session has ended is not let in, with 4401', async () => {
  const { as } = await session();
  await as.ask(SignOutDocument, {});
  const wire = await Wire.connected(as);
  wire.send({ type: 'connection_init', payload: as.socketParams() });
  expect((await wire.closed).code).toBe(4401);
});

test('a stolen refresh token used again closes the sockets of its session', async () => {
  const { as, refreshToken } = await session();
  const wire = await Wire.open(as);
  await nobody.ask(RefreshSessionDocument, { refreshToken });
  expect(await nobody.codeOf(RefreshSessionDocument, { refreshToken })).toBe('UNAUTHENTICATED');
  expect((await wire.closed).code).toBe(4403);
});

test('whether a token is good anybody may ask who holds it', async () => {
  const { as } = await session();
  const token = as.credentials.accessToken!;
  const good = (await nobody.ask(VerifyTokenDocument, { token })).verifyToken;
  expect(good.valid).toBe(true);
  expect(Date.parse(good.expiresAt!)).toBeGreaterThan(Date.now());
  await as.ask(SignOutDocument, {});
  for (const dead of [token, signed(ann, { expiresIn: -1 }), 'nonsense']) {
    const { verifyToken } = await nobody.ask(VerifyTokenDocument, { token: dead });
    expect(verifyToken).toEqual({ valid: false, expiresAt: null });
  }
});

test('a connection that is renewed in time outlives its first token, and its streams go on', async () => {
  const expiring = new As(app.url, { accessToken: signed(here.owner, { expiresIn: 2 }) });
  const screen = expiring.live(KitchenTicketsDocument, { restaurantId: here.id, after: null });
  await screen.at(0);
  const accessToken = signed(here.owner, { expiresIn: 600 });
  const renewing = expiring.live(RenewConnectionDocument, { accessToken });
  const { expiresAt } = (await renewing.at(0)).renewConnection;
  expect(Date.parse(expiresAt!)).toBeGreaterThan(Date.now() + 500_000);
  const end = Date.now() + 2_500;
  await askingUntil(() => Date.now() > end);
  expect((await expiring.live(ErrorCodesDocument, {}).at(0)).errorCodes.length).toBeGreaterThan(0);
  expect(screen.messages).toHaveLength(1);
  const { id } = await placedOrder(await guest(app, here), here);
  expect((await screen.at(1)).kitchenTickets.ticket!.id).toBe(id);
  await expiring.hangUp();
});

test('a connection is renewed for the same person or visit only, and over a socket only', async () => {
  const { as } = await session();
  const codeOver = async (who: As, accessToken: string) => {
    const error = await who.live(RenewConnectionDocument, { accessToken }).refused();
    return error.code;
  };
  const own = as.credentials.accessToken!;
  expect(await codeOver(as, here.owner.credentials.accessToken!)).toBe('FORBIDDEN');
  for (const dead of [signed(ann, { expiresIn: -1 }), 'nonsense']) {
    expect(await codeOver(as, dead)).toBe('UNAUTHENTICATED');
  }
  expect(await as.codeOf(RenewConnectionDocument, { accessToken: own })).toBe('OPERATION_RESOLUTION_FAILURE');
  const [anna, bob] = [await guest(app, here), await guest(app, here)];
  expect(await codeOver(anna, bob.credentials.visitToken!)).toBe('FORBIDDEN');
  expect(await codeOver(anna, own)).toBe('FORBIDDEN');
  expect(await codeOver(as, anna.credentials.visitToken!)).toBe('FORBIDDEN');
  const renewed = await anna
    .live(RenewConnectionDocument, { accessToken: anna.credentials.visitToken! })
    .at(0);
  expect(renewed.renewConnection.expiresAt).not.toBeNull();
  for (const who of [as, anna]) await who.hangUp();
});
