import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EditItemDocument, type MenuQuery } from '../../schema/operations.ts';
import { askingUntil } from '../events/asking-until.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { As, dataOf } from '../support/as.ts';
import { type Place, place } from '../support/build.ts';
import { wholeMenu } from './menu-writing.ts';

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
async function answers(query: string, variables: object | null, rest = {}): Promise<unknown> {
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

test('a menu that is left out by its directive is left out, whichever is asked first', async () => {
  const { slug } = here;
  for (const [directive, first] of [
    ['include', true],
    ['include', false],
    ['skip', true],
    ['skip', false],
  ] as const) {
    const query = `query ${directive}_${first}($slug: String!, $if: Boolean!) { menu(slug: $slug) @${directive}(if: $if) { slug } }`;
    for (const when of [first, !first])
      expect(await answers(query, { slug, if: when })).toEqual(
        when === (directive === 'include') ? { menu: { slug } } : {},
      );
  }
});

test('a variable that is left out has its default, and one that is null is null', async () => {
  const { slug } = here;
  const query = `query ($slug: String! = "${slug}") { menu(slug: $slug) { slug } }`;
  expect(await answers(query, null)).toEqual({ menu: { slug } });
  expect(await answers(query, {})).toEqual({ menu: { slug } });
  expect(await answers(query, { slug: there.slug })).toEqual({ menu: { slug: there.slug } });
  const { errors } = await new As(app.url).raw(query, { slug: null });
  expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
});

test('variables that the document does not know change nothing', async () => {
  const query = 'query ($slug: String!) { menu(slug: $slug) { slug } }';
  for (const junk of [1, 'x'.repeat(100_000), { slug: there.slug }, null])
    expect(await answers(query, { slug: here.slug, junk })).toEqual({ menu: { slug: here.slug } });
});

test('each operation of one document is answered with its own, in whatever order they stand', async () => {
  const { slug } = here;
  const one = `query One { menu(slug: "${slug}") { slug } }`;
  const two = `query Two { menu(slug: "${slug}") { title } }`;
  for (const query of [`${one} ${two}`, `${two} ${one}`]) {
    expect(await answers(query, {}, { operationName: 'One' })).toEqual({ menu: { slug } });
    expect(await answers(query, {}, { operationName: 'Two' })).toEqual({ menu: { title: 'A place' } });
    const { errors } = await new As(app.url).raw(query);
    expect(errors?.[0]?.extensions?.['code']).toBe('OPERATION_RESOLUTION_FAILURE');
  }
});

test('what is changed is new in every answer that was remembered', async () => {
  const { version } = await wholeMenu(there);
  await askingUntil(() => allSay(version));
  await there.owner.ask(EditItemDocument, { id: there.coke.id, input: { price: 275 } });
  await askingUntil(() => allSay(version + 1));
});

async function allSay(version: number): Promise<boolean> {
  const said = ['version', 'version title'].map(async (fields) => {
    const query = `query ($slug: String!) { menu(slug: $slug) { ${fields} } }`;
    const { menu } = dataOf(await new As(app.url).raw<Pick<MenuQuery, 'menu'>>(query, { slug: there.slug }));
    return menu.version;
  });
  return (await Promise.all(said)).every((one) => one === version);
}

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
