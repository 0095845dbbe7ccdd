import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MeDocument, RefreshSessionDocument, SignInDocument } from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { type Person, password, person } from '../support/build.ts';

let app: TestApp;
let ann: Person;
let nobody: As;

beforeAll(async () => {
  app = await startApp();
  ann = await person(app);
  nobody = new As(app.url);
});

afterAll(() => app.close());

async function signedIn(): Promise<string> {
  const { signIn } = await nobody.ask(SignInDocument, { input: { email: ann.email, password } });
  return signIn.refreshToken;
}

async function refreshed(refreshToken: string) {
  return (await nobody.ask(RefreshSessionDocument, { refreshToken })).refreshSession;
}

const codeOf = (refreshToken: string) => nobody.codeOf(RefreshSessionDocument, { refreshToken });

test('a refresh token is exchanged for new tokens that work', async () => {
  const first = await signedIn();
  const second = await refreshed(first);
  expect(second.refreshToken).not.toBe(first);
  const { me } = await new As(app.url, { accessToken: second.accessToken }).ask(MeDocument);
  expect(me.id).toBe(ann.id);
  expect((await refreshed(second.refreshToken)).person.id).toBe(ann.id);
});

test('an old refresh token used again ends the session, for whoever holds the new one too', async () => {
  const stolen = await signedIn();
  const { refreshToken } = await refreshed(stolen);
  expect(await codeOf(stolen)).toBe('UNAUTHENTICATED');
  expect(await codeOf(refreshToken)).toBe('UNAUTHENTICATED');
});

test('of a session that was exchanged many times any old token ends it', async () => {
  const first = await signedIn();
  let last = first;
  for (let time = 0; time < 3; time++) last = (await refreshed(last)).refreshToken;
  expect(await codeOf(first)).toBe('UNAUTHENTICATED');
  expect(await codeOf(last)).toBe('UNAUTHENTICATED');
});

test('whoever knows only the id of a session cannot end it', async () => {
  const token = await signedIn();
  const [id, family] = token.split('.');
  for (const guess of [`${id}.guess.guess`, `${id}.${family}`, `${id}.guess.${token.split('.')[2]}`]) {
    expect(await codeOf(guess)).toBe('UNAUTHENTICATED');
  }
  expect(await codeOf(token)).toBe('OK');
});

test('ending one session leaves the others alone', async () => {
  const [phone, laptop] = [await signedIn(), await signedIn()];
  await refreshed(phone);
  expect(await codeOf(phone)).toBe('UNAUTHENTICATED');
  expect(await codeOf(laptop)).toBe('OK');
});

test('of twenty that exchange one token at once at most one gets new ones, and no two live on', async () => {
  const token = await signedIn();
  const [id] = token.split('.');
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => refreshed(token)));
  const children = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(children.length).toBeLessThanOrEqual(1);
  // Whoever was refused has shown a token that was used: nobody knows who is the thief, and the session has ended.
  for (const { accessToken, refreshToken } of children) {
    expect(await new As(app.url, { accessToken }).codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
    expect(await codeOf(refreshToken)).toBe('UNAUTHENTICATED');
  }
  const alive = await rows(
    app.database.em(),
    sql`select 1 from session where id = ${id} and ended_at is null`,
  );
  expect(alive).toEqual([]);
  expect(app.log.filter((line) => line.includes(`session ${id} was used twice`))).not.toEqual([]);
});

test('an expired session is over', async () => {
  const token = await signedIn();
  const [id] = token.split('.');
  await rows(app.database.em(), sql`update session set expires_at = now() where id = ${id}`);
  expect(await codeOf(token)).toBe('UNAUTHENTICATED');
});

test.each(['', 'nonsense', 'a.b', '019aa000-0000-7000-8000-000000000000.family.secret', 'x'.repeat(5000)])(
  'what is no refresh token is refused: %.20s',
  async (token) => {
    expect(await codeOf(token)).toBe('UNAUTHENTICATED');
  },
);

test('the database holds no refresh token, only its hash', async () => {
  const token = await signedIn();
  const [id, family, secret] = token.split('.');
  const found = await rows<{ token_hash: string }>(
    app.database.em(),
    sql`select * from session where id = ${id}`,
  );
  expect(found).toHaveLength(1);
  expect(found[0]!.token_hash).toHaveLength(43);
  expect(JSON.stringify(found)).not.toContain(secret);
  expect(JSON.stringify(found)).not.toContain(family);
});

test('a refresh token is no access token', async () => {
  const accessToken = await signedIn();
  expect(await new As(app.url, { accessToken }).codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
});
