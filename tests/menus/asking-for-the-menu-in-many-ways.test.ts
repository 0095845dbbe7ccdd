import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.ts';
import { As, dataOf } from '../support/as.ts';
import { type Place, place } from '../support/build.ts';

let app: TestApp;
let here: Place;
let there: Place;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  there = await place(app);
});

afterAll(() => app.close());

/** Asked twice: once it is made, then it is remembered. */
async function answers(query: string, variables: Record<string, unknown>, rest = {}): Promise<unknown> {
  const ask = async (): Promise<unknown> => {
    const body = JSON.stringify({ query, variables, ...rest });
    const headers = { 'content-type': 'application/json' };
    return dataOf(
      (await (await fetch(`${app.url}/graphql`, { method: 'POST', headers, body })).json()) as never,
    );
  };
  const first = await ask();
  expect(await ask()).toEqual(first);
  return first;
}

test('each document is answered with what it selects', async () => {
  const { slug } = here;
  expect(await answers('query ($slug: String!) { menu(slug: $slug) { slug } }', { slug })).toEqual({
    menu: { slug },
  });
  expect(await answers('query ($slug: String!) { menu(slug: $slug) { title } }', { slug })).toEqual({
    menu: { title: 'A place' },
  });
  expect(await answers(`{ food: menu(slug: "${slug}") { __typename called: slug } }`, {})).toEqual({
    food: { __typename: 'Menu', called: slug },
  });
});

test('one document with other variables is another answer', async () => {
  const query =
    'query ($slug: String!, $with: Boolean!) { menu(slug: $slug) { slug title @include(if: $with) } }';
  const asked = (slug: string, more: boolean): Promise<unknown> => answers(query, { slug, with: more });
  expect(await asked(here.slug, true)).toEqual({ menu: { slug: here.slug, title: 'A place' } });
  expect(await asked(here.slug, false)).toEqual({ menu: { slug: here.slug } });
  expect(await asked(there.slug, false)).toEqual({ menu: { slug: there.slug } });
});

test('each operation of one document is answered with its own', async () => {
  const { slug } = here;
  const query = `query One { menu(slug: "${slug}") { slug } } query Two { menu(slug: "${slug}") { title } }`;
  expect(await answers(query, {}, { operationName: 'One' })).toEqual({ menu: { slug } });
  expect(await answers(query, {}, { operationName: 'Two' })).toEqual({ menu: { title: 'A place' } });
});

test('what stands beside the menu is answered for whoever asks', async () => {
  const query = `{ menu(slug: "${here.slug}") { slug } me { email } }`;
  const nobody = await new As(app.url).raw(query);
  const owner = dataOf(await here.owner.raw<{ me: { email: string } | null }>(query));
  const other = dataOf(await there.owner.raw<{ me: { email: string } | null }>(query));
  expect(owner.me?.email).toBe(here.owner.email);
  expect(other.me?.email).toBe(there.owner.email);
  expect(JSON.stringify(nobody)).not.toContain('@');
});

test('an unknown restaurant is not found, also by a document that others are answered', async () => {
  const query = 'query ($slug: String!) { menu(slug: $slug) { slug } }';
  await answers(query, { slug: here.slug });
  const { errors } = await new As(app.url).raw(query, { slug: 'nowhere' });
  expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
});
