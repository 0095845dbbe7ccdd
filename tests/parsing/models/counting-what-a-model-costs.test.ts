import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ModelUseDocument,
  type ModelUseQuery,
  ParseOrderDocument,
  UpdateRestaurantDocument,
} from '../../../schema/operations.ts';
import { rows } from '../../../src/database/rows.ts';
import { sql } from '../../../src/database/sql.ts';
import { told } from '../../carts/cart.ts';
import { askingUntil } from '../../events/asking-until.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import type { As } from '../../support/as.ts';
import { admin, guest, key, type Place, place, staff } from '../../support/build.ts';
import { answers, ModelServer } from './model-server.ts';

let server: ModelServer;
let app: TestApp;
let here: Place;
let anna: As;
let now = new Date('2026-11-20T10:20:00Z');

beforeAll(async () => {
  server = await ModelServer.start();
  const model = { baseUrl: server.url, apiKey: 'sk-test', model: 'test-model', stream: false };
  app = await startApp({
    config: { model, modelTimeoutMs: 2_000, sweepMs: 20 },
    clock: () => now,
  });
});

beforeEach(async () => {
  now = new Date('2026-11-20T10:20:00Z');
  here = await place(app);
  anna = await guest(app, here);
  const input = { parsingMode: 'BOTH' as const };
  await here.owner.ask(UpdateRestaurantDocument, { restaurantId: here.id, input, expectedVersion: 1 });
});

afterAll(async () => {
  await app.close();
  await server.close();
});

async function say(text: string, who = anna, cartVersion = 0) {
  const variables = { restaurantSlug: here.slug, text, cartVersion, idempotencyKey: key() };
  return (await who.ask(ParseOrderDocument, variables)).parseOrder;
}

type Use = NonNullable<ModelUseQuery['restaurant']['modelUse']>;

async function use(since: string, until: string | null = null, who: As = here.owner): Promise<Use> {
  return (await who.ask(ModelUseDocument, { slug: here.slug, since, until })).restaurant.modelUse;
}

const nothing = { lines: [], notUnderstood: [] };

test('those who run a restaurant read what a model was asked there, what came of it and what it cost', async () => {
  server.will(answers.saying(nothing), answers.status(503), answers.saying(nothing), answers.status(401));
  await say('a zingzang');
  await say('a wobble');
  await say('a coke');
  now = new Date('2026-11-21T10:20:00Z');
  await say('a gribble', await guest(app, here));
  const read = await use('2026-11-20T00:00:00Z');
  expect(read).toMatchObject({ calls: 3, failures: 1, requests: 4, tokensIn: 1_800, tokensOut: 140 });
  expect(read.days).toMatchObject([
    { businessDay: '2026-11-20', calls: 2, failures: 0, tokensIn: 1_800 },
    { businessDay: '2026-11-21', calls: 1, failures: 1, tokensIn: 0 },
  ]);
  expect(read.outcomes).toMatchObject([
    { model: 'openai test-model', outcome: 'answered', calls: 2, requests: 3 },
    { model: 'openai test-model', outcome: 'answered 401', calls: 1, requests: 1 },
  ]);
  expect(read.milliseconds).toBeGreaterThan(0);
  expect(read.outcomes.reduce((sum, { milliseconds }) => sum + milliseconds, 0)).toBe(read.milliseconds);
  const { calls } = await use('2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z');
  expect([calls, (await use('2026-11-21T11:00:00Z', '2026-11-21T12:00:00Z')).calls]).toEqual([2, 0]);
  for (const who of [await staff(app, here.id, 'MANAGER'), await admin(app)])
    expect((await use('2026-11-20T00:00:00Z', null, who)).calls).toBe(3);
});

test('a restaurant’s is its own, and an answer that is no use is counted with what it cost', async () => {
  server.will(answers.saying('Of course!'));
  await say('a zingzang');
  const { owner, slug } = await place(app);
  const variables = { slug, since: '2026-11-01T00:00:00Z' };
  expect((await owner.ask(ModelUseDocument, variables)).restaurant.modelUse).toMatchObject({
    calls: 0,
    days: [],
    outcomes: [],
  });
  const read = await use('2026-11-01T00:00:00Z');
  expect(read).toMatchObject({ calls: 1, failures: 1, tokensIn: 900, tokensOut: 70 });
  expect(read.outcomes).toMatchObject([{ outcome: 'no JSON' }]);
});

test('a period ends after it begins, and is no longer than a hundred days', async () => {
  const code = (since: string, until: string) =>
    here.owner.codeOf(ModelUseDocument, { slug: here.slug, since, until });
  expect(await code('2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z')).toBe('BAD_USER_INPUT');
  expect(await code('2026-08-01T00:00:00Z', '2026-11-20T00:00:00Z')).toBe('BAD_USER_INPUT');
  expect(await code('2026-08-12T00:00:00Z', '2026-11-20T00:00:00Z')).toBe('OK');
});

test('an order is read although its use of a model cannot be counted, and the log says so', async () => {
  server.will(answers.saying(nothing));
  await rows(app.database.em(), sql`alter table model_use rename to model_use_away`);
  app.log.length = 0;
  expect(told((await say('a coke and a zingzang')).cart)).toEqual(['1 Coke']);
  await rows(app.database.em(), sql`alter table model_use_away rename to model_use`);
  expect(app.log.filter((line) => line.includes('not counted'))).toHaveLength(1);
  expect(app.failures).toEqual([]);
});

test('what is older than 400 days goes', async () => {
  const kept = () => rows(app.database.em(), sql`select 1 from model_use where restaurant_id = ${here.id}`);
  for (const days of [399, 401])
    await rows(
      app.database.em(),
      sql`insert into model_use values (${here.id}, now() - make_interval(days => ${days}), 'm', 'answered', 1, 1, 1, 1, 1)`,
    );
  await askingUntil(async () => (await kept()).length === 1);
  expect(await kept()).toHaveLength(1);
});
