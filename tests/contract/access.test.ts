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
    const doors: Record<string, Door> =
      row.operation === 'Subscription' ? { overSocket } : { overHttp, overSocket };
    const wanted = Object.keys(doors).map((door) => [door, written(row.answers)]);
    expect(await answersOf(row, doors)).toEqual(Object.fromEntries(wanted));
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

interface Counted {
  readonly count: unknown;
}

interface Root {
  readonly name: string;
  readonly fields: readonly { readonly name: string }[];
}

function written(answers: readonly string[]): string {
  return answers.map((answer, column) => `${columns[column]} ${answer}`).join(', ');
}

/**
 * The answers of one line by door, from left to right. Whoever is refused has told nothing, and leaves the next viewer the same
 * thing to ask for, at either door; after a success that changed it, and for what is each one's own, it is made anew.
 */
async function answersOf({ label, operation }: Row, doors: Record<string, Door>) {
  const { document, variables } = cases[label]!;
  const answers = new Map(Object.keys(doors).map((name) => [name, [] as string[]]));
  let asked: Record<string, unknown> | null = null;
  let before = 0;
  for (const column of columns) {
    const viewer = world.viewers[column]!;
    for (const [name, door] of Object.entries(doors)) {
      if (!asked) {
        asked = await variables({ world, mine: column === 'nobody' ? world.zoe : viewer });
        before = await happened();
      }
      const code = await door(viewer, document, asked);
      if (code !== 'OK') expect(await happened()).toBe(before);
      if ((code === 'OK' && operation === 'Mutation') || label.includes(': own')) asked = null;
      answers.get(name)!.push((answerOf as Partial<Record<Code, Answer>>)[code] ?? code);
    }
  }
  return Object.fromEntries([...answers].map(([name, given]) => [name, written(given)]));
}

/** How many events there have been, of all restaurants and people: their numbers have no gaps. */
async function happened(): Promise<number> {
  const connection = world.app.database.em().getConnection();
  const [row] = (await connection.execute('select sum(last_number) as count from event_stream')) as Counted[];
  return Number(row!.count);
}
