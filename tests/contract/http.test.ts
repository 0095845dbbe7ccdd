import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startApp, type TestApp } from '../support/app.ts';

/**
 * What GraphQL over HTTP allows a server to do and CSRF protection forbids: a GET without a content type or a header of its own
 * is what any page on the web can make a browser send, so it is refused with 400.
 */
const forbiddenByCsrfProtection = [
  '5A70', // MAY accept application/x-www-form-urlencoded formatted GET requests
  'D6D5', // MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json
  '6A70', // MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json
];

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.close());

const audits = serverAudits({ url: () => `${app.url}/graphql`, fetchFn: fetchWhole });

test.each(
  audits.filter(({ id }) => !forbiddenByCsrfProtection.includes(id)).map((one) => [one.name, one] as const),
)('%s', async (_, { fn }) => {
  expect(await fn()).toMatchObject({ status: 'ok' });
});

test('exactly the audits that CSRF protection forbids fail, and none of them is more than a MAY', async () => {
  const failed: string[] = [];
  for (const { id, fn } of audits) if ((await fn()).status !== 'ok') failed.push(id);
  expect(failed).toEqual(forbiddenByCsrfProtection);
  const names = audits.filter(({ id }) => failed.includes(id)).map(({ name }) => name);
  expect(names.filter((name) => !name.startsWith('MAY '))).toEqual([]);
});

test('those audits fail because of CSRF protection: with its header the same requests are answered', async () => {
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (await fetchWhole(`${app.url}/graphql?query=%7B__typename%7D`, { headers })).status;
  expect(await ask({})).toBe(400);
  expect(await ask({ 'apollo-require-preflight': 'true' })).toBe(200);
});

/** Reads every body, also of answers that an audit only looks at from outside: what stays unread holds its connection open. */
async function fetchWhole(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  return new Response(await response.arrayBuffer(), response);
}
