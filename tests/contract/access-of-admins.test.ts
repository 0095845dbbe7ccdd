import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditEntriesDocument } from '../../schema/operations.ts';
import { admin, type Person } from '../support/build.ts';
import { cases } from './access-cases.ts';
import { type Code, overHttp, overSocket } from './access-doors.ts';
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
  'Query.orders': 'OK',
  'Mutation.grantAdmin': 'OK',
  'Mutation.revokeAdmin': 'OK',
  'Mutation.suspendPerson': 'OK',
  'Mutation.unsuspendPerson': 'OK',
  'Mutation.resetSecondFactor': 'OK',
  'Mutation.suspendRestaurant': 'OK',
  'Mutation.unsuspendRestaurant': 'OK',
};

describe('an admin of the platform, who works nowhere, may what an owner may, over both doors', () => {
  test.each(rows.map((row) => [row.label, row] as const))('%s', async (label, row) => {
    const wanted = otherwise[label] ?? answerTo(row, 'OWNER');
    for (const door of row.operation === 'Subscription' ? [overSocket] : [overHttp, overSocket]) {
      await world.signEverybodyInAgain();
      const { document, variables } = cases[label]!;
      const given = await variables({ world, mine: ada });
      const since = new Date().toISOString();
      const code = await door(ada, document, given);
      expect((answerOf as Partial<Record<Code, Answer>>)[code] ?? code).toBe(wanted);
      // What it did may close the socket.
      await ada.hangUp();
      if (wanted !== 'OK' || row.operation !== 'Mutation' || answerTo(row, 'customer') === 'OK') continue;
      const filter = { actorId: ada.id, since };
      const { auditEntries } = await ada.ask(AuditEntriesDocument, { filter });
      expect(auditEntries.edges.map(({ node }) => node)).toMatchObject([
        { field: row.field, asAdmin: true, outcome: 'OK' },
      ]);
    }
  });
});

function answerTo({ answers }: Row, column: string): Answer {
  return answers[columns.indexOf(column)]!;
}
