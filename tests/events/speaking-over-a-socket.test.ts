import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import {
  KitchenTicketsDocument,
  type KitchenTicketsSubscription,
  MenuDocument,
  OpenCartDocument,
} from '../../schema/operations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { type As, As as Viewer } from '../support/as.ts';
import { guest, type Person, type Place, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { codesOf, Wire } from './wire.ts';

let app: TestApp;
let here: Place;
let anna: As;
let kim: Person;
let wire: Wire;

beforeAll(async () => {
  app = await startApp();
  here = await place(app);
  anna = await guest(app, here);
  kim = await staff(app, here.id, 'KITCHEN');
});

afterAll(() => app.close());

beforeEach(async () => {
  wire = await Wire.open(kim);
  wire.subscribe('board', tickets());
  await wire.at('board', 0);
});

afterEach(() => wire.hangUp());

const tickets = () => ({ query: print(KitchenTicketsDocument), variables: { restaurantId: here.id } });

/** The board of this socket still hears what happens. */
async function boardGoesOn(): Promise<void> {
  const heard = wire.of('board').length;
  const { number } = await placedOrder(anna, here);
  const { kitchenTickets } = await wire.dataAt<KitchenTicketsSubscription>('board', heard);
  expect(kitchenTickets.ticket?.number).toBe(number);
}

const nested = (depth: number) =>
  `{ __schema { types { ${'fields { type { '.repeat(depth)} name ${'} } '.repeat(depth)} } } }`;
const many = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join(' ');

describe('what may not run gets an error on its own id, and the other streams of the socket live on', () => {
  test.each([
    ['is not GraphQL', '{ me { ', undefined, 'GRAPHQL_PARSE_FAILED'],
    ['is empty', '', undefined, 'GRAPHQL_PARSE_FAILED'],
    ['has too many tokens', `{ ${many(2_001, () => '__typename')} }`, undefined, 'GRAPHQL_PARSE_FAILED'],
    ['asks for an unknown field', '{ nothing }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['is too deep', nested(12), undefined, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'has too many aliases',
      `{ ${many(31, (index) => `a${index}: __typename`)} }`,
      undefined,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'has too many directives',
      `{ ${many(31, () => `... @include(if: true) { __typename }`)} }`,
      undefined,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'subscribes twice',
      'subscription { one: kitchenTickets(restaurantId: "x") { number } two: kitchenTickets(restaurantId: "x") { number } }',
      undefined,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['names an unknown operation', 'query One { __typename }', 'Other', 'OPERATION_RESOLUTION_FAILURE'],
    [
      'has several and names none',
      'query One { __typename } query Two { __typename }',
      undefined,
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('a document that %s', async (_, query, operationName, code) => {
    wire.subscribe('wrong', { query, ...(operationName ? { operationName } : {}) });
    const answer = await wire.at('wrong', 0);
    expect([answer.type, new Set(codesOf(answer))]).toEqual(['error', new Set([code])]);
    expect(JSON.stringify(answer)).toContain('requestId');
    await boardGoesOn();
    expect(wire.of('wrong')).toHaveLength(1);
  });

  test('variables of the wrong type', async () => {
    wire.subscribe('wrong', {
      query: print(KitchenTicketsDocument),
      variables: { restaurantId: 'x'.repeat(10_000) },
    });
    const answer = await wire.at('wrong', 0);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(JSON.stringify(answer).length).toBeLessThan(2_000);
    await boardGoesOn();
  });

  test('the hundred and second operation', async () => {
    for (let index = 0; index < 101; index++) wire.subscribe(`more-${index}`, tickets());
    const refused = await wire.find(({ type }) => type === 'error');
    expect(codesOf(refused)).toEqual(['LIMIT_EXCEEDED']);
    await boardGoesOn();
  });
});

describe('queries and mutations run there too', () => {
  test('with an answer and an end', async () => {
    wire.subscribe('menu', { query: print(MenuDocument), variables: { slug: here.slug } });
    expect((await wire.at('menu', 1)).type).toBe('complete');
    expect(codesOf(await wire.at('menu', 0))).toEqual([]);
  });

  test('with the refusals that HTTP gives', async () => {
    const nobody = await Wire.open(new Viewer(app.url));
    nobody.subscribe('cart', { query: print(OpenCartDocument), variables: { restaurantSlug: 'nowhere' } });
    const code = codesOf(await nobody.at('cart', 0));
    expect(code).toEqual([await new Viewer(app.url).codeOf(OpenCartDocument, { restaurantSlug: 'nowhere' })]);
    await nobody.hangUp();
  });
});

describe('an id', () => {
  test('that was completed may be used again at once: one stream, which the end of the old one does not end', async () => {
    wire.subscribe('again', tickets());
    await wire.at('again', 0);
    for (let round = 0; round < 20; round++) {
      wire.complete('again');
      wire.subscribe('again', tickets());
    }
    const told = (number: number) =>
      wire
        .of('again')
        .filter(({ payload }) => JSON.stringify(payload).includes(`"number":${number},"status"`));
    const { number: first } = await placedOrder(anna, here);
    await wire.until(() => told(first).length > 0);
    for (let round = 0; round < 3; round++) {
      const { number } = await placedOrder(anna, here);
      await wire.until(() => told(number).length > 0);
      expect(told(number)).toHaveLength(1);
    }
    expect(wire.of('again').filter(({ type }) => type !== 'next')).toEqual([]);
    wire.complete('again');
    const before = wire.of('again').length;
    await boardGoesOn();
    await boardGoesOn();
    expect(wire.of('again')).toHaveLength(before);
  });

  test('may be any text', async () => {
    const id = 'a "quoted"\n id: ünïcode 🍕 \\ {"id":"1"}';
    wire.subscribe(id, tickets());
    await wire.at(id, 0);
    await placedOrder(anna, here);
    await wire.at(id, 1);
    await boardGoesOn();
  });
});
