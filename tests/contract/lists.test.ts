import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
} from 'graphql';
import {
  CreateApiKeyDocument,
  CreateRestaurantDocument,
  CreateTableDocument,
} from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { meant } from '../parsing/misheard.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { type As, codeIn, dataOf } from '../support/as.ts';
import {
  admin,
  guest,
  itemOf,
  key,
  type Person,
  type Place,
  place,
  staff,
  unique,
} from '../support/build.ts';
import { invited } from '../support/invite.ts';
import { placedOrder } from '../support/order.ts';
import { schema } from './attack-fields.ts';

let app: TestApp;
let ada: Person;
let carl: Person;
let here: Place;
/** When all that is listed was there. */
let ready: string;

beforeAll(async () => {
  app = await startApp();
  ada = await admin(app);
  here = await place(app);
  carl = await staff(app, here.id, 'COURIER');
  for (const role of ['KITCHEN', 'FLOOR', 'KITCHEN'] as const) await staff(app, here.id, role);
  for (const title of ['Tea', 'Água', 'Bread']) await itemOf(here.owner, here.categoryId, title, 100);
  for (let made = 0; made < 5; made += 1) await placedOrder(here.owner, here);
  const mine = sql`update orders set courier_id = ${carl.id} where restaurant_id = ${here.id}`;
  await rows(app.database.em(), mine);
  for (const name of ['Bar', 'Till', 'bar', 'Till', 'Órdenes']) {
    const input = { restaurantId: here.id, name, scopes: ['MENU_READ' as const] };
    await here.owner.ask(CreateApiKeyDocument, { input, idempotencyKey: key() });
    await invited(app, here, { email: `${unique('somebody')}@example.com`, role: 'FLOOR' });
    await here.owner.ask(CreateTableDocument, {
      input: { restaurantId: here.id, name: unique(name) },
      idempotencyKey: key(),
    });
    await here.owner.ask(CreateRestaurantDocument, {
      input: { slug: unique('place'), title: name, currency: 'EUR', timeZone: 'UTC', locale: 'en' },
      idempotencyKey: key(),
    });
  }
  for (const phrase of ['wobble', 'gribble', 'frobble', 'zibble', 'snibble'])
    for (const one of [await guest(app, here), await guest(app, here)])
      await meant(app, one, here, phrase, here.coke.id);
  ready = new Date().toISOString();
});

afterAll(() => app.close());

/** Who reads a list of five or more, and of what. */
const lists: Readonly<Record<string, () => { who: As; given?: Readonly<Record<string, unknown>> }>> = {
  'Query.people': () => ({ who: ada }),
  'Query.aliasSuggestions': () => ({ who: here.owner, given: { restaurantId: here.id } }),
  'Query.restaurantStaff': () => ({ who: here.owner, given: { restaurantId: here.id } }),
  'Query.restaurantKeys': () => ({ who: here.owner, given: { restaurantId: here.id } }),
  'Query.staffInvites': () => ({ who: here.owner, given: { restaurantId: here.id } }),
  'Query.restaurantTables': () => ({ who: here.owner, given: { restaurantId: here.id } }),
  'Query.myWorkplaces': () => ({ who: here.owner }),
  'Query.items': () => ({ who: here.owner, given: { restaurantId: here.id } }),
  'Query.myOrders': () => ({ who: here.owner }),
  // What is not narrowed is ordered in one way.
  'Query.orders': () => ({ who: ada, given: { filter: { placedFrom: '2020-01-01T00:00:00Z' } } }),
  'Query.myDeliveries': () => ({ who: carl, given: { restaurantId: here.id } }),
  'Restaurant.orders': () => ({ who: here.owner }),
  // Whoever reads the platform's adds to it.
  'Query.auditEntries': () => ({ who: ada, given: { filter: { until: ready } } }),
  'Query.myAuditEntries': () => ({ who: here.owner }),
  'Query.restaurantAudit': () => ({ who: here.owner, given: { restaurantId: here.id } }),
};

/** The order of a list that is not wanted otherwise, where that could be wanted too. */
const usual: Readonly<Record<string, readonly Ordering[]>> = {
  'Query.items': [{ by: 'POSITION', descending: false }],
  'Query.myWorkplaces': [{ by: 'TITLE', descending: false }],
  'Query.auditEntries': [{ by: 'AT', descending: true }],
  'Query.restaurantAudit': [{ by: 'AT', descending: true }],
  'Query.myAuditEntries': [{ by: 'AT', descending: true }],
};

const fields: ReadonlyMap<string, Field> = new Map(
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const),
    )
    .filter(([, field]) => namesOf(field.args).includes('first')),
);

type Field = GraphQLField<unknown, unknown>;

test('every list that goes in pages is read here', () => {
  expect(Object.keys(lists).sort()).toEqual([...fields.keys()].sort());
});

describe.each(Object.keys(lists))('%s', (coordinate) => {
  const field = fields.get(coordinate)!;
  const sorts = enumOf(field);
  /** Each by itself, both ways; and all, one after the other. */
  const orders: readonly (readonly Ordering[])[] = [
    [],
    ...sorts.flatMap((by) => [[{ by, descending: false }], [{ by, descending: true }]]),
    ...(sorts.length > 1 ? [sorts.map((by, index) => ({ by, descending: index % 2 === 0 }))] : []),
  ];
  const said = (orderBy: readonly Ordering[]) => (orderBy.length > 0 ? { orderBy } : {});
  const page = async (args: object): Promise<Listed> => {
    const { who, given } = lists[coordinate]!();
    return found(
      dataOf(await who.raw<object>(documentOf(coordinate, field), { ...fixed(), ...given, ...args })),
    );
  };
  const codeOf = async (args: object, document = documentOf(coordinate, field)) => {
    const { who, given } = lists[coordinate]!();
    return codeIn(await who.raw(document, { ...fixed(), ...given, ...args }));
  };
  const fixed = () => ({ slug: here.slug });
  const isSame = (one: readonly Ordering[], other: readonly Ordering[]) => {
    const [first, second] = [one, other].map((keys) =>
      JSON.stringify(keys.length > 0 ? keys : (usual[coordinate] ?? [])),
    );
    return first === second;
  };

  test.each(orders.map((orderBy) => [JSON.stringify(orderBy), orderBy] as const))(
    'goes in pages both ways: %s',
    async (_, orderBy) => {
      const whole = namesIn(await page({ first: 100, ...said(orderBy) }));
      expect(whole.length).toBeGreaterThan(4);
      expect(new Set(whole).size).toBe(whole.length);
      const [forward, backward]: [string[], string[]] = [[], []];
      for (let after: string | null = null, more = true; more; ) {
        const { pageInfo, ...read } = await page({ first: 3, after, ...said(orderBy) });
        forward.push(...namesIn(read));
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      for (let before: string | null = null, more = true; more; ) {
        const { pageInfo, ...read } = await page({ last: 3, before, ...said(orderBy) });
        backward.unshift(...namesIn(read));
        [before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
      }
      expect(forward).toEqual(whole);
      expect(backward).toEqual(whole);
    },
  );

  test.each(orders.map((orderBy) => [JSON.stringify(orderBy), orderBy] as const))(
    'is not read from a cursor of %s in another order',
    async (_, orderBy) => {
      const { endCursor: after } = (await page({ first: 1, ...said(orderBy) })).pageInfo;
      const next = orders[(orders.indexOf(orderBy) + 1) % orders.length]!;
      for (const other of [orderBy, next, []]) {
        const wanted = isSame(orderBy, other) ? 'OK' : 'BAD_USER_INPUT';
        expect([other, await codeOf({ after, first: 1, ...said(other) })]).toEqual([other, wanted]);
      }
    },
  );

  test('refuses what is no page and no cursor', async () => {
    for (const size of [0, -1, 101, 1e9])
      for (const way of ['first', 'last'])
        expect([way, size, await codeOf({ [way]: size })]).toEqual([way, size, 'BAD_USER_INPUT']);
    for (const cursor of ['', '!', 'broken', 'x'.repeat(5000), Buffer.from('["p.id"]').toString('base64url')])
      for (const args of [{ after: cursor }, { last: 1, before: cursor }])
        expect([args, await codeOf(args)]).toEqual([args, 'BAD_USER_INPUT']);
  });

  test('refuses orders and filters that are not written down', async () => {
    const [by] = sorts;
    const wrong: object[] = inputOf(field, 'filter') ? [{ filter: { shoeSize: 43 } }] : [];
    if (by) wrong.push({ orderBy: [{ by: 'SHOE_SIZE' }] });
    if (by) wrong.push({ orderBy: [by, by].map((one) => ({ by: one, descending: false })) });
    const texts = namesOf(filterOf(field)).filter((name) => ['text', 'search'].includes(name));
    for (const name of texts) wrong.push({ filter: { [name]: '' } }, { filter: { [name]: 'x'.repeat(101) } });
    for (const args of wrong) expect([args, await codeOf(args)]).toEqual([args, 'BAD_USER_INPUT']);
  });

  test('is counted when asked for, and else not', async () => {
    const counts = (texts: readonly string[]) => texts.filter((text) => /count\(/i.test(text)).length;
    const without = await app.statements.during(() => page({ first: 2 }));
    expect(counts(without.texts)).toBe(0);
    const { who, given } = lists[coordinate]!();
    const document = documentOf(coordinate, field, 'totalCount');
    const { totalCount } = found(dataOf(await who.raw<object>(document, { ...fixed(), ...given, first: 2 })));
    expect(totalCount).toBe((await page({ first: 100 })).edges.length);
  });
});

interface Ordering {
  readonly by: string;
  readonly descending: boolean;
}

interface Listed {
  readonly totalCount?: number;
  readonly edges: readonly { readonly node: { readonly name: string } }[];
  readonly pageInfo: Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>> &
    Readonly<Record<'startCursor' | 'endCursor', string | null>>;
}

function documentOf(coordinate: string, { name, args, type }: Field, more = ''): string {
  const [owner] = coordinate.split('.');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const list = `list: ${name}(${passed}) { ${more} edges { node { name: ${nameOf(type)} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  if (owner === 'Query') return `query (${declared}) { ${list} }`;
  return `query ($slug: String!, ${declared}) { restaurant(slug: $slug) { ${list} } }`;
}

/** What tells a list's nodes apart. */
function nameOf(type: Field['type']): string {
  const { edges } = (getNamedType(type) as GraphQLObjectType).getFields();
  const { node } = (getNamedType(edges!.type) as GraphQLObjectType).getFields();
  return ['id', 'personId'].find(
    (name) => name in (getNamedType(node!.type) as GraphQLObjectType).getFields(),
  )!;
}

function found(data: object): Listed {
  const [value] = Object.values(data);
  return 'edges' in value ? value : found(value);
}

function namesIn({ edges }: Pick<Listed, 'edges'>): string[] {
  return edges.map(({ node }) => node.name);
}

function enumOf(field: Field): string[] {
  const by = inputOf(field, 'orderBy')?.getFields()['by'];
  return by ? namesOf((getNamedType(by.type) as GraphQLEnumType).getValues()) : [];
}

function filterOf(field: Field): readonly { readonly name: string }[] {
  return Object.values(inputOf(field, 'filter')?.getFields() ?? {});
}

function inputOf({ args }: Field, name: string): GraphQLInputObjectType | undefined {
  const arg = args.find((one) => one.name === name);
  return arg && (getNamedType(arg.type) as GraphQLInputObjectType);
}

function namesOf(all: readonly { readonly name: string }[]): string[] {
  return all.map(({ name }) => name);
}
