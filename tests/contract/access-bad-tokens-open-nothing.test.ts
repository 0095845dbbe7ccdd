import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import jwt, { type SignOptions } from 'jsonwebtoken';
import {
  ErrorCodesDocument,
  MeDocument,
  RefreshSessionDocument,
  SignInDocument,
} from '../../schema/operations.ts';
import { jwtSecret, startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { guest, type Person, password, person, place } from '../support/build.ts';
import { signed } from '../support/signed.ts';
import { closeCodeOf } from './access-bytes.ts';

let app: TestApp;
let paul: Person;
let ofPaulsDevice: string;

beforeAll(async () => {
  app = await startApp();
  paul = await person(app);
  const { signIn } = await paul.ask(SignInDocument, { input: { email: paul.email, password } });
  ofPaulsDevice = signIn.deviceToken!;
});

afterAll(() => app.close());

const ofPaul = (options: SignOptions = {}, kind = 'access', secret = jwtSecret) =>
  signed(paul, options, kind, secret);

function shortened(token: string): string {
  return token.slice(0, -2);
}

function unnamed(): string {
  return jwt.sign(jwt.decode(ofPaul()) as object, jwtSecret, { algorithm: 'HS256' });
}

function unsigned(): string {
  const part = (claims: object): string => Buffer.from(JSON.stringify(claims)).toString('base64url');
  const { header, payload } = jwt.decode(ofPaul(), { complete: true })!;
  return `${part({ ...header, alg: 'none' })}.${part(payload as object)}.`;
}

const bad: readonly [string, () => string][] = [
  ['that is no token', () => 'let me in'],
  ['that is cut short', () => shortened(ofPaul())],
  ['that is not good yet', () => ofPaul({ notBefore: 60 })],
  ['that names a key nobody has', () => ofPaul({ keyid: 'another' })],
  ['that names no key', () => unnamed()],
  ['10 kB long', () => `${ofPaul()}${'x'.repeat(10_000)}`],
  ['that has expired', () => ofPaul({ expiresIn: -1 })],
  ['signed with another secret', () => ofPaul({}, 'access', 'a secret of somebody else, as long as ours')],
  ['signed by no algorithm', unsigned],
  ['signed by another algorithm', () => ofPaul({ algorithm: 'HS512' })],
  ['for another audience', () => ofPaul({ audience: 'another-api' })],
  ['of another issuer', () => ofPaul({ issuer: 'another' })],
  ['of another kind', () => ofPaul({}, 'refresh')],
  ['of a device', () => ofPaulsDevice],
];

test('a good token opens, so each of the bad ones fails for one reason', async () => {
  const { me } = await new As(app.url, { accessToken: ofPaul() }).ask(MeDocument);
  expect(me.id).toBe(paul.id);
});

describe.each(bad)('a token %s', (_, token) => {
  test('is refused with everything it asks, even what nobody needs a token for', async () => {
    const [access, visit] = [
      new As(app.url, { accessToken: token() }),
      new As(app.url, { visitToken: token() }),
    ];
    expect(await access.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
    expect(await access.codeOf(ErrorCodesDocument, {})).toBe('UNAUTHENTICATED');
    expect(await visit.codeOf(ErrorCodesDocument, {})).toBe('UNAUTHENTICATED');
    expect(await statusOf(access)).toBe(401);
  });

  test('spoils a good one beside it', async () => {
    const both = new As(app.url, { accessToken: ofPaul(), visitToken: token() });
    expect(await both.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
    expect(await closeCodeOf(both)).toBe(4401);
  });

  test('gets its socket closed with 4401', async () => {
    expect(await closeCodeOf(new As(app.url, { accessToken: token() }))).toBe(4401);
    expect(await closeCodeOf(new As(app.url, { visitToken: token() }))).toBe(4401);
  });
});

test('a token of 100 kB is not even read', async () => {
  const long = new As(app.url, { accessToken: `${ofPaul()}${'x'.repeat(100_000)}` });
  expect(await statusOf(long)).toBe(431);
  expect(await closeCodeOf(long)).toBe(4401);
});

test("a guest's token makes nobody a person, and refreshes nothing", async () => {
  const { visitToken } = (await guest(app, await place(app))).credentials;
  const asPerson = new As(app.url, { accessToken: visitToken! });
  expect(await asPerson.codeOf(ErrorCodesDocument, {})).toBe('OK');
  expect(await asPerson.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
  for (const refreshToken of [visitToken!, ofPaul(), ofPaulsDevice]) {
    expect(await asPerson.codeOf(RefreshSessionDocument, { refreshToken })).toBe('UNAUTHENTICATED');
  }
});

test('an access token is no visit token', async () => {
  const twice = new As(app.url, { accessToken: ofPaul(), visitToken: ofPaul() });
  expect(await twice.codeOf(MeDocument, {})).toBe('UNAUTHENTICATED');
});

test('a socket is closed with 4401 at the moment its token expires', async () => {
  const expiring = new As(app.url, { accessToken: ofPaul({ expiresIn: 1 }) });
  expect(await closeCodeOf(expiring)).toBe(4401);
});

/** What a client of the newer media type reads in the status line. */
async function statusOf(viewer: As): Promise<number> {
  const { status } = await fetch(`${viewer.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...viewer.headers(),
    },
    body: JSON.stringify({ query: print(ErrorCodesDocument) }),
  });
  return status;
}
