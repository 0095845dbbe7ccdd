import { afterAll, beforeAll, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { MeDocument, SignInDocument } from '../../schema/operations.ts';
import { keyId } from '../../src/key-id.ts';
import { closeCodeOf } from '../contract/access-bytes.ts';
import { jwtSecret, startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, type Person, password, person, place } from '../support/build.ts';
import { signed } from '../support/signed.ts';

const newest = 'the newest secret of the tests, as long as HS256 wants';
const dropped = 'a secret that was dropped, as long as HS256 wants it';

let app: TestApp;
let ann: Person;

beforeAll(async () => {
  app = await startApp({ jwtSecrets: [newest, jwtSecret] });
  ann = await person(app);
});

afterAll(() => app.close());

const signedWith = (secret: string, named = secret) =>
  new As(app.url, { accessToken: signed(ann, { keyid: keyId(named) }, 'access', secret) });

test('new tokens are signed with the newest secret', async () => {
  const { signIn } = await ann.ask(SignInDocument, { input: { email: ann.email, password } });
  const visitor = await guest(app, await place(app));
  for (const token of [signIn.accessToken, signIn.deviceToken, visitor.credentials.visitToken]) {
    expect(jwt.decode(token!, { complete: true })?.header).toMatchObject({
      alg: 'HS256',
      kid: keyId(newest),
    });
  }
});

test('what the secret before has signed stays good, on both doors', async () => {
  const before = signedWith(jwtSecret);
  expect((await before.ask(MeDocument)).me.id).toBe(ann.id);
  expect((await before.live(MeDocument, {}).at(0)).me.id).toBe(ann.id);
  await before.hangUp();
});

test.each([
  ['signed with a secret that was dropped', dropped, dropped],
  ['signed with one secret and named after the other', jwtSecret, newest],
  ['signed with a dropped secret and named after a good one', dropped, newest],
])('a token %s opens nothing', async (_, secret, named) => {
  expect(await signedWith(secret, named).codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  expect(await closeCodeOf(signedWith(secret, named))).toBe(4401);
});
