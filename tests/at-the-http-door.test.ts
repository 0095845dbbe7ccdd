import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { answerOf, codeOf, posted } from './door.ts';
import { startApp, type TestApp } from './support/app.ts';
import { key, type Person, person, unique } from './support/build.ts';

const friend = 'https://menu.example';
const stranger = 'https://elsewhere.example';

let app: TestApp;
let pia: Person;

beforeAll(async () => {
  app = await startApp({ config: { corsOrigins: [friend], pollMs: 600_000 } });
  pia = await person(app);
});

afterAll(() => app.close());

const query = '{ __typename }';

/** A mutation that would leave a trace. */
function opening(): { slug: string; query: string } {
  const slug = unique('traceless');
  const input = `{ slug: "${slug}", title: "T", currency: "EUR", timeZone: "UTC", locale: "en" }`;
  return {
    slug,
    query: `mutation { createRestaurant(input: ${input}, idempotencyKey: "${key()}") { replayed } }`,
  };
}

async function isOpen(slug: string): Promise<boolean> {
  return codeOf(await posted(app, { query: `{ restaurant(slug: "${slug}") { id } }` })) === 'OK';
}

test('/health says ok, nothing else, and asks no database', async () => {
  const { answer, texts } = await app.statements.during(() => answerOf(app, '/health'));
  expect([answer.status, answer.type, answer.text, texts]).toEqual([
    200,
    'application/json',
    '{"status":"ok"}',
    [],
  ]);
});

test('/ready says what it has checked', async () => {
  const { status, json } = await answerOf(app, '/ready');
  expect([status, json]).toEqual([200, { status: 'ready', checks: { database: true, bell: true } }]);
});

test('a body of 1 MB is refused unread', async () => {
  const { slug, query: mutation } = opening();
  const answer = await posted(app, { query: `${mutation} # ${'x'.repeat(1_000_000)}` }, pia.headers());
  expect([answer.status, answer.type, codeOf(answer)]).toEqual([
    413,
    'application/problem+json',
    'LIMIT_EXCEEDED',
  ]);
  expect(answer.json.instance).toBe(`urn:uuid:${answer.requestId}`);
  expect(await isOpen(slug)).toBe(false);
});

test.each(['{"query": "{ __typename }"', 'query', '\u0000', '['])(
  'malformed JSON is refused: %s',
  async (body) => {
    const { status, type, json } = await posted(app, body);
    expect([status, type, json.code]).toEqual([400, 'application/problem+json', 'BAD_REQUEST']);
  },
);

test.each([
  '{}',
  '[]',
  'null',
  '"text"',
  '{"query": 1}',
  '{"query": ""}',
  '{"query": "{ __typename }", "variables": []}',
])('JSON that is no request is refused: %s', async (body) => {
  const answer = await posted(app, body);
  expect(answer.status).toBe(400);
  expect(codeOf(answer)).toBe('BAD_REQUEST');
});

test('several requests in one body are refused', async () => {
  expect(codeOf(await posted(app, [{ query }, { query }]))).toBe('BAD_REQUEST');
});

test('a mutation by GET is refused and does nothing', async () => {
  const { slug, query: mutation } = opening();
  const headers = { ...pia.headers(), 'apollo-require-preflight': '1' };
  const answer = await answerOf(app, `/graphql?query=${encodeURIComponent(mutation)}`, { headers });
  expect([answer.status, codeOf(answer)]).toEqual([405, 'BAD_REQUEST']);
  expect(await isOpen(slug)).toBe(false);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
  'a POST that a foreign form could send is refused and does nothing: %s',
  async (type) => {
    const { slug, query: mutation } = opening();
    const answer = await posted(app, { query: mutation }, { ...pia.headers(), 'content-type': type });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await isOpen(slug)).toBe(false);
  },
);

test('a GET that an image could send is refused', async () => {
  const answer = await answerOf(app, `/graphql?query=${encodeURIComponent(query)}`);
  expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
});

test('a page of a foreign origin is refused and does nothing', async () => {
  const { slug, query: mutation } = opening();
  const answer = await posted(app, { query: mutation }, { ...pia.headers(), origin: stranger });
  expect([answer.status, answer.type, codeOf(answer)]).toEqual([
    403,
    'application/problem+json',
    'FORBIDDEN',
  ]);
  expect(await isOpen(slug)).toBe(false);
});

test.each([
  ['of an allowed origin', () => friend],
  ['of our own', () => app.url],
])('a page %s is welcome', async (_, origin) => {
  expect(codeOf(await posted(app, { query }, { origin: origin() }))).toBe('OK');
  expect(await upgraded(origin())).toBe(101);
});

test('an allowed page is told so, and may read the request id', async () => {
  const asked = { origin: friend, 'access-control-request-method': 'POST' };
  const { headers, status } = await fetch(`${app.url}/graphql`, { method: 'OPTIONS', headers: asked });
  expect([status, headers.get('access-control-allow-origin')]).toEqual([204, friend]);
  const answer = await fetch(`${app.url}/health`, { headers: { origin: friend } });
  expect(answer.headers.get('access-control-expose-headers')).toContain('x-request-id');
});

test.each([
  [403, stranger, '/graphql'],
  [403, 'null', '/graphql'],
  [404, friend, '/elsewhere'],
])('a socket is refused with %d to %s at %s', async (status, origin, path) => {
  expect(await upgraded(origin, path)).toBe(status);
});

test('a star lets every page in', async () => {
  const open = await startApp({ config: { corsOrigins: ['*'] } });
  expect(codeOf(await posted(open, { query }, { origin: stranger }))).toBe('OK');
  expect(await upgraded(stranger, '/graphql', open)).toBe(101);
  await open.close();
});

/** The status that a page of this origin gets for its socket. */
function upgraded(origin: string, path = '/graphql', at = app): Promise<number> {
  const socket = new WebSocket(`${at.url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { origin });
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.once('unexpected-response', (_, response) => {
      response.destroy();
      resolve(response.statusCode!);
    });
    socket.once('error', reject);
  });
}

test('a body that claims to be shorter than it is does not reach the next request', async () => {
  const { port } = new URL(app.url);
  const status = await new Promise((resolve) => {
    const call = request({
      port,
      host: '127.0.0.1',
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': 5 },
    });
    call.once('response', ({ statusCode }) => resolve(statusCode)).once('error', () => resolve('refused'));
    call.end('{"que');
  });
  expect(status).toBe(400);
});
