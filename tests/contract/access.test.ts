import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf } from '../support/as.ts';
import { cases } from './access-cases.ts';
import { type Code, type Door, overHttp, overSocket } from './access-doors.ts';
import { type Answer, answerOf, columns, type Row, rows } from './access-rows.ts';
import { exceptions } from './access-table.ts';
import { buildWorld, type World } from './access-world.ts';

let world: World;

beforeAll(async () => {
  world = await buildWorld();
});

afterAll(() => world.close());

describe('the table', () => {
  test('has a line for every field a client can begin with, and for nothing else', async () => {
    const fields = await rootFields();
    const lines = new Set(rows.map(({ operation, field }) => `${operation}.${field}`));
    const withoutLine = fields.filter((field) => !lines.has(field) && !exceptions.includes(field));
    expect(withoutLine.map((field) => `add an access row for ${field} to access-table.ts`)).toEqual([]);
    const withoutField = [...lines].filter((line) => !fields.includes(line));
    expect(withoutField.map((line) => `the schema has no ${line}: remove its access row`)).toEqual([]);
  });

  test('excepts nothing', () => {
    expect(exceptions).toEqual([]);
  });

  test('has every viewer in it, and each of its lines is asked', () => {
    expect(columns).toEqual(Object.keys(world.viewers));
    expect(Object.keys(cases).sort()).toEqual(rows.map(({ label }) => label).sort());
  });
});

describe('every viewer gets the answer of the table', () => {
  test.each(rows.map((row) => [row.label, row] as const))('%s', async (_, row) => {
    const wanted = written(row.answers);
    const bySocket = written(await answersOf(row, overSocket));
    if (row.operation === 'Subscription') {
      expect({ bySocket }).toEqual({ bySocket: wanted });
    } else {
      const byHttp = written(await answersOf(row, overHttp));
      expect({ byHttp, bySocket }).toEqual({ byHttp: wanted, bySocket: wanted });
    }
  });
});

async function rootFields(): Promise<string[]> {
  const type = '{ name fields(includeDeprecated: true) { name } }';
  const query = `{ __schema { queryType ${type} mutationType ${type} subscriptionType ${type} } }`;
  const { __schema } = dataOf(await world.viewers['nobody']!.raw<{ __schema: Record<string, Root> }>(query));
  return Object.values(__schema).flatMap(({ name, fields }) =>
    fields.map((field) => `${name}.${field.name}`),
  );
}

interface Root {
  readonly name: string;
  readonly fields: readonly { readonly name: string }[];
}

function written(answers: readonly string[]): string {
  return answers.map((answer, column) => `${columns[column]} ${answer}`).join(', ');
}

/**
 * The answers of one line, from left to right. Whoever is refused has told nothing, and leaves the next viewer the same thing
 * to ask for; after a success, and for what is each one's own, it is made anew.
 */
async function answersOf({ label }: Row, door: Door): Promise<string[]> {
  const { document, variables } = cases[label]!;
  const answers: string[] = [];
  let asked: Record<string, unknown> | null = null;
  let before = 0;
  for (const column of columns) {
    const viewer = world.viewers[column]!;
    if (!asked) {
      asked = await variables({ world, mine: column === 'nobody' ? world.zoe : viewer });
      before = await happened();
    }
    const code = await door(viewer, document, asked);
    if (code !== 'OK') expect(await happened()).toBe(before);
    if (code === 'OK' || label.includes(': own')) asked = null;
    answers.push((answerOf as Partial<Record<Code, Answer>>)[code] ?? code);
  }
  return answers;
}

/** How many events there are, of all restaurants and people. */
async function happened(): Promise<number> {
  const connection = world.app.database.em().getConnection();
  const [row] = (await connection.execute('select count(*) as count from event')) as { count: unknown }[];
  return Number(row!.count);
}
