import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { AuditEntriesDocument } from '../../schema/operations.ts';
import { codeIn } from '../support/as.ts';
import { admin, type Person } from '../support/build.ts';
import { cases } from './access-cases.ts';
import { type Answer, answerOf, columns, type Row, rows } from './access-rows.ts';
import { buildWorld, type World } from './access-world.ts';

let world: World;
let ada: Person;

beforeAll(async () => {
  world = await buildWorld();
  ada = await admin(world.app);
});

afterAll(() => world.close());

/** What an admin is answered otherwise than an owner. */
const otherwise: Readonly<Record<string, Answer>> = {
  'Mutation.leaveRestaurant': 'NF',
  'Query.auditEntries': 'OK',
  'Query.people': 'OK',
  'Mutation.grantAdmin': 'OK',
  'Mutation.revokeAdmin': 'OK',
  'Mutation.suspendPerson': 'OK',
  'Mutation.unsuspendPerson': 'OK',
  'Mutation.suspendRestaurant': 'OK',
  'Mutation.unsuspendRestaurant': 'OK',
};

describe('an admin of the platform, who works nowhere, may what an owner may', () => {
  const asked = rows.filter(({ operation }) => operation !== 'Subscription');

  test.each(asked.map((row) => [row.label, row] as const))('%s', async (label, row) => {
    const wanted = otherwise[label] ?? answerTo(row, 'OWNER');
    await world.signEverybodyInAgain();
    const { document, variables } = cases[label]!;
    const given = await variables({ world, mine: ada });
    const since = new Date().toISOString();
    const answer = await ada.raw(print(document), given);
    const code = codeIn(answer);
    expect((answerOf as Partial<Record<typeof code, Answer>>)[code] ?? code).toBe(wanted);
    if (wanted !== 'OK' || row.operation !== 'Mutation' || answerTo(row, 'customer') === 'OK') return;
    const filter = { actorId: ada.id, since };
    const { auditEntries } = await ada.ask(AuditEntriesDocument, { filter });
    expect(auditEntries.edges.map(({ node }) => node)).toMatchObject([
      { field: row.field, asAdmin: true, outcome: 'OK' },
    ]);
  });
});

function answerTo({ answers }: Row, column: string): Answer {
  return answers[columns.indexOf(column)]!;
}
