import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rows } from '../src/database/rows.ts';
import { sql } from '../src/database/sql.ts';
import { openLogger } from '../src/logger.ts';
import { answerOf, codeOf, posted } from './door.ts';
import { startApp, type TestApp } from './support/app.ts';
import { key, type Person, type Place, person, place } from './support/build.ts';

let app: TestApp;
let here: Place;
let pia: Person;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  pia = await person(app);
});

afterAll(() => app.close());

test('an error has a code, problem details, and the request id of its header', async () => {
  const { requestId, json, status } = await posted(app, { query: '{ restaurant(slug: "no-such") { id } }' });
  expect(status).toBe(200);
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(json.errors).toEqual([
    {
      message: expect.any(String),
      locations: [{ line: 1, column: 3 }],
      path: ['restaurant'],
      extensions: {
        code: 'NOT_FOUND',
        requestId,
        problem: {
          type: 'urn:comanda:problem:not-found',
          title: 'There is no such thing for this viewer.',
          status: 404,
          detail: json.errors![0]!.message,
          instance: `urn:uuid:${requestId}`,
          code: 'NOT_FOUND',
        },
      },
    },
  ]);
});

test('every request has an id of its own, and a client does not choose it', async () => {
  const ask = () => posted(app, { query: '{ __typename }' }, { 'x-request-id': 'mine' });
  const ids = [(await ask()).requestId, (await ask()).requestId];
  expect(new Set([...ids, 'mine']).size).toBe(3);
});

test('a wrong value names its field', async () => {
  const query = 'mutation ($input: RegisterInput!) { register(input: $input) }';
  const input = { email: 'nowhere', name: '', password: 'long enough' };
  const { json } = await posted(app, { query, variables: { input } });
  const { problem } = json.errors![0]!.extensions as { problem: { fields: { path: string }[] } };
  expect(problem.fields.map(({ path }) => path).sort()).toEqual(['email', 'name']);
});

test('100 kB of a wrong variable are not sent back', async () => {
  const variables = { id: 'x'.repeat(100_000) };
  const answer = await posted(app, { query: 'query ($id: UUID!) { order(id: $id) { id } }', variables });
  expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  expect(answer.text.length).toBeLessThan(3_000);
});

test('nor are 100 kB of an unknown field', async () => {
  const answer = await posted(app, { query: `{ ${'x'.repeat(100_000)} }` });
  expect(codeOf(answer)).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(answer.text.length).toBeLessThan(3_000);
});

test('what goes wrong inside is masked, and logged under the request id', async () => {
  await rows(app.database.em(), sql`alter table cart rename to hidden_cart`);
  const query = 'mutation ($slug: String!) { openCart(restaurantSlug: $slug) { id } }';
  const answer = await posted(app, { query, variables: { slug: here.slug } }, pia.headers());
  await rows(app.database.em(), sql`alter table hidden_cart rename to cart`);
  expect(codeOf(answer)).toBe('INTERNAL_SERVER_ERROR');
  expect(answer.text).not.toMatch(/select|insert|relation|\/src\/|node_modules|\.ts|stack/i);
  const logged = app.failures.filter(({ requestId }) => requestId === answer.requestId);
  expect(String(logged[0]!.error)).toMatch(/relation "cart" does not exist/);
  expect(logged).toHaveLength(1);
});

test('what a client may read is not logged', async () => {
  const { requestId } = await posted(app, { query: '{ me { id } }' });
  await posted(app, { query: 'mutation { nonsense }', variables: { key: key() } });
  expect(app.failures.map((failure) => failure.requestId)).not.toContain(requestId);
});

test('outside GraphQL an error is problem details', async () => {
  for (const path of [
    '/nowhere',
    '/graphql/nowhere',
    '/explorer/..%2fpackage.json',
    '/r/no/code',
    '/r/%00/code',
  ]) {
    const { status, type, json, requestId } = await answerOf(app, path);
    expect([status, type]).toEqual([404, 'application/problem+json']);
    expect(json).toMatchObject({ code: 'NOT_FOUND', status: 404, instance: `urn:uuid:${requestId}` });
  }
});

test('the log of production says what the database refused, and quotes no row of it', () => {
  const lines: string[] = [];
  const log = openLogger(true, { write: (line) => lines.push(line) });
  const detail = 'Failing row contains (ann@example.com, $argon2id$v=19$m=19456).';
  const error = Object.assign(new Error('violates a check'), { code: '23514', detail, where: detail });
  log.failure({ requestId: 'one', error });
  expect(JSON.parse(lines[0]!)).toMatchObject({
    requestId: 'one',
    err: { message: 'violates a check', code: '23514' },
  });
  expect(lines[0]).not.toContain('ann@example.com');
});
