import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { KitchenTicketsDocument } from '../../schema/operations.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { guest, type Place, place, staff } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { codesOf, Wire, type WireMessage } from './wire.ts';

describe('what goes wrong inside is masked, and logged once under the request id of the answer', () => {
  let broken: TestApp;
  let there: Place;
  let line: Wire;

  beforeEach(async () => {
    broken = await startApp();
    there = await place(broken);
    await placedOrder(await guest(broken, there), there);
    line = await Wire.open(await staff(broken, there.id, 'KITCHEN'));
  });

  afterEach(async () => {
    await line.hangUp();
    await broken.close();
  });

  function assertMasked(answer: WireMessage): void {
    const text = JSON.stringify(answer);
    expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(text).not.toMatch(/select|order_line|somewhere|relation|\.ts\b|node_modules/i);
    expect(broken.failures).toHaveLength(1);
    expect(text).toContain(broken.failures[0]!.requestId);
    expect(String(broken.failures[0]!.error)).toContain('order_line');
  }

  test('in a query', async () => {
    await rows(broken.database.em(), sql`alter table order_line rename to somewhere_else`);
    const variables = { slug: there.slug };
    const query =
      'query ($slug: String!) { restaurant(slug: $slug) { orders(first: 5) { edges { node { lines { title } } } } } }';
    line.subscribe('list', { query, variables });
    assertMasked(await line.at('list', 0));
  });

  test('in the middle of a stream', async () => {
    await rows(broken.database.em(), sql`alter table order_line rename to somewhere_else`);
    const variables = { restaurantId: there.id, after: 0 };
    line.subscribe('board', { query: print(KitchenTicketsDocument), variables });
    const answer = await line.find(({ type }) => type === 'error');
    assertMasked(answer);
    expect(answer.id).toBe('board');
  });
});
