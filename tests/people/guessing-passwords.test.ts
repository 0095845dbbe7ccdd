import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ChangePasswordDocument,
  DeleteMeDocument,
  RegisterDocument,
  RequestPasswordResetDocument,
  ResetPasswordDocument,
  SignInDocument,
  type SignInMutation,
  SignOutDocument,
  VerifyEmailDocument,
} from '../../schema/operations.ts';
import { askingUntil } from '../events/asking-until.ts';
import { generousLimits, startApp, type TestApp } from '../support/app.ts';
import { As, codeIn, dataOf } from '../support/as.ts';
import { type Person, password, person, unique } from '../support/build.ts';
import { tokenIn } from '../support/token-in.ts';
import { Address } from './address.ts';

const limits = { ...generousLimits, signIn: 2, signInOfAccount: 3, signInOfNetwork: 4 };

let app: TestApp;
let networks = 0;

beforeAll(async () => {
  // Behind a proxy, so that a test can ask from wherever it likes.
  app = await startApp({ config: { limits, trustProxy: 1 } });
});

afterAll(() => app.close());

/** Somebody at an address of their own. */
function elsewhere(): Address {
  networks += 1;
  return at(`198.51.100.${networks}`);
}

const at = (address: string): Address => new Address(app, address);

/** Guesses until it has to wait. */
async function guessTooOften(from: Address, email: string): Promise<void> {
  for (let time = 0; time < limits.signIn; time++) expect(await from.guess(email)).toBe('UNAUTHENTICATED');
  expect(await from.guess(email)).toBe('RATE_LIMITED');
}

test('after some wrong passwords even the right one has to wait, and is told how long', async () => {
  const mallory = elsewhere();
  const { email } = await person(app);
  await guessTooOften(mallory, email);
  const { result, retryAfter } = await mallory.signIn(email, password);
  expect(result.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', problem: { retryAfter: 1 } });
  expect(retryAfter).toBe('1');
  await askingUntil(async () => (await mallory.guess(email, password)) === 'OK');
});

test('whoever has got hold of a session guesses no further either, and signing in goes on', async () => {
  const ann = await person(app);
  const guess = () => ann.codeOf(DeleteMeDocument, { password: 'not the password' });
  for (let time = 0; time < limits.signIn; time++) expect(await guess()).toBe('PASSWORD_WRONG');
  expect(await guess()).toBe('RATE_LIMITED');
  expect(await elsewhere().guess(ann.email, password)).toBe('OK');
});

test('right passwords count for nothing', async () => {
  const [home, { email }] = [elsewhere(), await person(app)];
  for (let time = 0; time < 4; time++) expect(await home.guess(email, password)).toBe('OK');
});

test('an unknown address is counted like a known one', async () => {
  await guessTooOften(elsewhere(), `${unique('unknown')}@example.com`);
});

test('whoever guesses from elsewhere slows down nobody but themselves', async () => {
  const [mallory, home, { email }] = [elsewhere(), elsewhere(), await person(app)];
  await guessTooOften(mallory, email);
  expect(await home.guess(email, password)).toBe('OK');
});

test('a device that has signed in before is not slowed down by any stranger, from its own network neither', async () => {
  const [home, { email }] = [elsewhere(), await person(app)];
  const { deviceToken } = dataOf<SignInMutation>((await home.signIn(email, password)).result).signIn;
  await guessTooOften(home, email);
  const again = await home.signIn(email, password, deviceToken);
  const { signIn } = dataOf<SignInMutation>(again.result);
  expect(codeIn((await home.signIn(email, password, signIn.deviceToken)).result)).toBe('OK');
});

test('a device guesses no more often than a stranger', async () => {
  const [home, { email }] = [elsewhere(), await person(app)];
  const { deviceToken } = dataOf<SignInMutation>((await home.signIn(email, password)).result).signIn;
  const guess = async () => codeIn((await home.signIn(email, 'wrong', deviceToken)).result);
  for (let time = 0; time < limits.signIn; time++) expect(await guess()).toBe('UNAUTHENTICATED');
  expect(await guess()).toBe('RATE_LIMITED');
});

test('the device of another account, or no device at all, helps nobody', async () => {
  const [mallory, { email }, other] = [elsewhere(), await person(app), await person(app)];
  const { deviceToken } = dataOf<SignInMutation>((await mallory.signIn(other.email, password)).result).signIn;
  await guessTooOften(mallory, email);
  for (const token of [deviceToken, other.credentials.accessToken, 'nonsense']) {
    expect(codeIn((await mallory.signIn(email, password, token)).result)).toBe('RATE_LIMITED');
  }
});

test('whoever reads the mail of an account gets in on a new device, however long strangers go on', async () => {
  const nobody = new As(app.url);
  const email = `${unique('new')}@example.com`;
  await nobody.ask(RegisterDocument, { input: { email, name: 'Ann', password } });
  const verifying = tokenIn(await app.mailbox.letterTo(email));
  const fresh = (await nobody.ask(VerifyEmailDocument, { token: verifying })).verifyEmail.deviceToken;
  const home = elsewhere();
  await guessTooOften(home, email);
  expect(codeIn((await home.signIn(email, password, fresh)).result)).toBe('OK');

  await nobody.ask(RequestPasswordResetDocument, { email });
  const token = tokenIn(await app.mailbox.letterTo(email));
  const next = 'another good horse';
  const { deviceToken } = (await nobody.ask(ResetPasswordDocument, { token, password: next })).resetPassword;
  while ((await home.guess(email)) !== 'RATE_LIMITED');
  expect(codeIn((await home.signIn(email, next, deviceToken)).result)).toBe('OK');
});

describe('a device is one like any other again', () => {
  test.each<[string, (ann: Person) => Promise<string>]>([
    ['when the password is changed', changing],
    ['when it is reset', resetting],
    ['when everything is signed out', signingOut],
  ])('%s', async (_, forgetting) => {
    const [home, ann] = [elsewhere(), await person(app)];
    const { deviceToken } = dataOf<SignInMutation>((await home.signIn(ann.email, password)).result).signIn;
    const secret = await forgetting(ann);
    await guessTooOften(home, ann.email);
    expect(codeIn((await home.signIn(ann.email, secret, deviceToken)).result)).toBe('RATE_LIMITED');
  });

  async function changing(ann: Person): Promise<string> {
    await ann.ask(ChangePasswordDocument, { current: password, next: 'another good horse' });
    return 'another good horse';
  }

  async function resetting({ email }: Person): Promise<string> {
    const nobody = new As(app.url);
    await nobody.ask(RequestPasswordResetDocument, { email });
    const token = tokenIn(await app.mailbox.letterTo(email));
    await nobody.ask(ResetPasswordDocument, { token, password: 'another good horse' });
    return 'another good horse';
  }

  async function signingOut(ann: Person): Promise<string> {
    await ann.ask(SignOutDocument, { everywhere: true });
    return password;
  }
});

test('many networks that guess at one account share a count', async () => {
  const { email } = await person(app);
  for (let time = 0; time < limits.signInOfAccount; time++) {
    expect(await elsewhere().guess(email)).toBe('UNAUTHENTICATED');
  }
  expect(await elsewhere().guess(email)).toBe('RATE_LIMITED');
});

test('a network that guesses at many accounts is counted by itself, all of its IPv6 together', async () => {
  const guess = (host: number) => at(`2001:db8:0:7::${host}`).guess(`${unique('unknown')}@example.com`);
  for (let time = 0; time < limits.signInOfNetwork; time++) {
    expect(await guess(time + 1)).toBe('UNAUTHENTICATED');
  }
  expect(await guess(99)).toBe('RATE_LIMITED');
  expect(await at('2001:db8:0:8::1').guess(`${unique('unknown')}@example.com`)).toBe('UNAUTHENTICATED');
});

test('a document of ten guesses ends with the first that is wrong', async () => {
  const [mallory, { email }] = [elsewhere(), await person(app)];
  const fields = Array.from({ length: 10 }, (_, index) => `a${index}: signIn(input: $input) { accessToken }`);
  const document = `mutation Guess($input: SignInInput!) { ${fields.join(' ')} }`;
  const { result } = await mallory.answer(document, { input: { email, password: 'a wrong password' } });
  expect(result.errors).toHaveLength(1);
  for (let time = 1; time < limits.signIn; time++) expect(await mallory.guess(email)).toBe('UNAUTHENTICATED');
  expect(await mallory.guess(email)).toBe('RATE_LIMITED');
});

test('both doors count together', async () => {
  const { email } = await person(app);
  const here = new As(app.url);
  const input = { email, password: 'a wrong password' };
  const overSocket = async () => (await here.live(SignInDocument, { input }).refused()).code;
  expect(await here.codeOf(SignInDocument, { input })).toBe('UNAUTHENTICATED');
  for (let time = 1; time < limits.signIn; time++) expect(await overSocket()).toBe('UNAUTHENTICATED');
  expect(await overSocket()).toBe('RATE_LIMITED');
  expect(await here.codeOf(SignInDocument, { input })).toBe('RATE_LIMITED');
  await here.hangUp();
});

test('in a network that has guessed often, a right password keeps the next one waiting for nothing', async () => {
  const [home, ann, ben] = [elsewhere(), await person(app), await person(app)];
  for (let time = 1; time < limits.signInOfNetwork; time++) {
    expect(await home.guess(`${unique('unknown')}@example.com`)).toBe('UNAUTHENTICATED');
  }
  expect(await home.guess(ann.email, password)).toBe('OK');
  expect(await home.guess(ben.email, password)).toBe('OK');
});
