import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SignInDocument } from '../../schema/operations.ts';
import { askingUntil } from '../events/asking-until.ts';
import { RedisServer } from '../events/redis-server.ts';
import { generousLimits, startApp, type TestApp } from '../support/app.ts';
import { As } from '../support/as.ts';
import { password, person, unique } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';

const limits = { ...generousLimits, signIn: 2 };

let redis: RedisServer;
let shared: TestDatabase;
let one: TestApp;
let other: TestApp;

beforeAll(async () => {
  redis = await RedisServer.start();
  shared = await makeDatabase();
  one = await startApp({ on: shared, config: { limits, redisUrl: redis.url } });
  other = await startApp({ on: shared, config: { limits, redisUrl: redis.url } });
});

afterAll(async () => {
  await one.close();
  await other.close();
  await shared.drop();
  await redis.close();
});

const guess = (app: TestApp, email: string, secret = 'a wrong password') =>
  new As(app.url).codeOf(SignInDocument, { input: { email, password: secret } });

test('processes count together, and each by itself while Redis is away', async () => {
  const [here, there] = [`${unique('ann')}@example.com`, `${unique('bob')}@example.com`];
  expect([await guess(one, here), await guess(other, here)]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  expect([await guess(one, here), await guess(other, here)]).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);

  const { email } = await person(one);
  await redis.kill();
  expect(await guess(one, email, password)).toBe('OK');
  for (let time = 0; time < 2; time++) expect(await guess(one, there)).toBe('UNAUTHENTICATED');
  expect([await guess(one, there), await guess(other, there)]).toEqual(['RATE_LIMITED', 'UNAUTHENTICATED']);

  await redis.start();
  const back = `${unique('back')}@example.com`;
  await askingUntil(
    async () => (await fetch(`${one.url}/ready`)).ok && (await fetch(`${other.url}/ready`)).ok,
  );
  await askingUntil(async () => {
    await guess(one, back);
    return (await guess(other, back)) === 'RATE_LIMITED';
  });
});
