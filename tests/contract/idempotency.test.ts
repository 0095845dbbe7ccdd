import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type DocumentNode, print, visit } from 'graphql';
import { MoveOrderDocument } from '../../schema/operations.ts';
import type { As } from '../support/as.ts';
import { admin, guest, key, type Person, place } from '../support/build.ts';
import { placedOrder } from '../support/order.ts';
import { textOf } from '../support/text-of.ts';
import { cases } from './access-cases.ts';
import { columns, type Row, rows } from './access-rows.ts';
import { buildWorld, type World } from './access-world.ts';
import { schema } from './attack-fields.ts';

/** Mutations whose keys are not remembered, and why it does no harm to do them again. An entry that is not needed has to go. */
const doneAgain: Readonly<Record<string, string>> = {
  register: 'It is for everybody, and sends another letter.',
  verifyEmail: 'The token is good once.',
  resendVerification: 'It is for everybody, and sends another letter.',
  requestPasswordReset: 'It is for everybody, and sends another letter.',
  resetPassword: 'The token is good once.',
  confirmEmail: 'The token is good once.',
  signIn: 'It is for everybody, and begins another session.',
  refreshSession: 'The token is good once, and the answer is a secret.',
  renewConnection: 'It is said of the socket, not of anything kept.',
  signOut: 'It ends what has ended already.',
  changePassword: 'It takes passwords, of which nothing is kept.',
  changeEmail: 'It takes a password, and sends another letter.',
  deleteMe: 'Nobody is left who could ask again.',
  beginSecondFactor: 'The answer is a secret, and another one as good.',
  confirmSecondFactor: 'The answer is a secret, and the code is good once.',
  disableSecondFactor: 'It takes a password, and again nothing happens.',
  startVisit: 'It is for everybody; a second visit is only another token.',
  openCart: 'There is one cart, however often it is opened.',
  acceptInvite: 'Again nothing more happens.',
  joinCart: 'Again nothing more happens.',
  importMenu: 'The same document once more changes nothing.',
};

let world: World;
let ada: Person;

beforeAll(async () => {
  world = await buildWorld();
  ada = await admin(world.app);
});

afterAll(() => world.close());

const mutations = Object.values(schema.getMutationType()!.getFields());
const creating = (document: DocumentNode): boolean =>
  textOf(document).includes('$idempotencyKey: IdempotencyKey!');

/** The first line of each mutation that somebody with a name gets through. */
const lines = mutations.map(({ name }): [string, Row] => [
  name,
  rows.find(
    ({ operation, field, answers }) => operation === 'Mutation' && field === name && answers.includes('OK'),
  ) ?? rows.find(({ operation, field }) => operation === 'Mutation' && field === name)!,
]);

interface Answer {
  readonly data?: Record<string, { id?: string } | null> | null;
  readonly errors?: { extensions: { code: string; problem: { fields?: { path: string }[] } } }[];
  readonly extensions?: { replayed: string[] };
  readonly header: string | null;
}

async function ask(viewer: As, query: string, variables: object, idempotencyKey?: string): Promise<Answer> {
  const response = await fetch(`${world.app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...viewer.headers(),
      ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  return { ...((await response.json()) as Answer), header: response.headers.get('idempotency-replayed') };
}

/** Who gets through, and what that asks for. */
async function asking({ label, answers }: Row): Promise<[As, Record<string, unknown>]> {
  const column = columns.findIndex((name, index) => name !== 'nobody' && answers[index] === 'OK');
  const viewer = column < 0 ? ada : world.viewers[columns[column]!]!;
  const { idempotencyKey: _, ...variables } = await cases[label]!.variables({ world, mine: viewer });
  return [viewer, variables];
}

function withoutKey(document: DocumentNode): string {
  return print(
    visit(document, {
      VariableDefinition: (node) => (node.variable.name.value === 'idempotencyKey' ? null : undefined),
      Argument: (node) => (node.name.value === 'idempotencyKey' ? null : undefined),
    }),
  );
}

test('every mutation takes a key, and none insists on the argument', () => {
  const taking = mutations.map(({ name, args }) => [
    name,
    String(args.find((one) => one.name === 'idempotencyKey')?.type),
  ]);
  expect(taking).toEqual(mutations.map(({ name }) => [name, 'IdempotencyKey']));
});

test('what is simply done again is a mutation that creates nothing', () => {
  const names = lines.flatMap(([name, { label }]) => (creating(cases[label]!.document) ? [] : [name]));
  expect(Object.keys(doneAgain).filter((name) => !names.includes(name))).toEqual([]);
});

describe('what creates or adds wants a key', () => {
  const own = lines.filter(([, { label }]) => creating(cases[label]!.document));

  test.each(own)('%s takes it from the header, and does it once', async (name, row) => {
    const document = withoutKey(cases[row.label]!.document);
    const [viewer, variables] = await asking(row);
    const [error] = (await ask(viewer, document, variables)).errors!;
    expect(error).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', problem: { fields: [{ path: 'idempotencyKey' }] } },
    });
    const made = key();
    const first = await ask(viewer, document, variables, `"${made}"`);
    expect(first).not.toHaveProperty('errors');
    expect(first).not.toHaveProperty('extensions');
    expect(await ask(viewer, document, variables, made)).toMatchObject({
      extensions: { replayed: [name] },
      header: 'true',
    });
  });
});

describe('what changes something is done once with a key', () => {
  const changing = lines.filter(
    ([name, { label }]) => !creating(cases[label]!.document) && !(name in doneAgain),
  );

  test.each(changing)('%s is answered again', async (name, row) => {
    const { document } = cases[row.label]!;
    const [viewer, variables] = await asking(row);
    const made = key();
    const first = await ask(viewer, textOf(document), variables, made);
    expect(first).not.toHaveProperty('errors');
    expect(first).not.toHaveProperty('extensions');
    const again = await ask(viewer, textOf(document), variables, made);
    expect(again).toMatchObject({ extensions: { replayed: [name] }, header: 'true' });
    expect(again.data![name]?.id).toBe(first.data![name]?.id);
  });
});

describe('a key of a change', () => {
  async function ordered() {
    const here = await place(world.app);
    const order = await placedOrder(await guest(world.app, here), here);
    const move = { orderId: order.id, to: 'ACCEPTED', expectedVersion: 1 } as const;
    return { owner: here.owner, order, move };
  }
  const document = print(MoveOrderDocument);

  test('is answered with the thing as it is now', async () => {
    const { owner, order, move } = await ordered();
    const made = key();
    await ask(owner, document, move, made);
    await ask(owner, document, { orderId: order.id, to: 'PREPARING', expectedVersion: 2 });
    const again = await ask(owner, document, move, made);
    expect(again.data).toMatchObject({ moveOrder: { status: 'PREPARING', version: 3 } });
  });

  test('is good for one input', async () => {
    const { owner, order, move } = await ordered();
    const made = key();
    await ask(owner, document, move, made);
    for (const other of [
      { ...move, to: 'CANCELLED' },
      { orderId: order.id, to: 'PREPARING', expectedVersion: 2 },
    ]) {
      const { errors } = await ask(owner, document, other, made);
      expect(errors![0]!.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    }
  });

  test('is another one at another restaurant', async () => {
    const made = key();
    for (const { owner, move } of [await ordered(), await ordered()])
      expect(await ask(owner, document, move, made)).not.toHaveProperty('errors');
  });

  test('is not burnt by a refusal', async () => {
    const { owner, order, move } = await ordered();
    const made = key();
    const stale = { ...move, expectedVersion: 2 };
    expect((await ask(owner, document, stale, made)).errors![0]!.extensions.code).toBe('CONFLICT');
    await ask(owner, document, { orderId: order.id, to: 'ACCEPTED', expectedVersion: 1 });
    const next = { orderId: order.id, to: 'PREPARING', expectedVersion: 2 };
    const { data, extensions } = await ask(owner, document, next, made);
    expect([data, extensions]).toMatchObject([{ moveOrder: { version: 3 } }, undefined]);
  });

  test('sent 10 times at once is done once, and nobody hears CONFLICT', async () => {
    const { owner, move } = await ordered();
    const made = key();
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(owner, document, move, made)));
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(answers.filter(({ extensions }) => !extensions)).toHaveLength(1);
    expect(answers.map(({ data }) => data)).toEqual(
      answers.map(() => expect.objectContaining({ moveOrder: expect.objectContaining({ version: 2 }) })),
    );
  });

  test('answers over a socket too', async () => {
    const { owner, move } = await ordered();
    const query = `mutation ($orderId: UUID!, $key: IdempotencyKey) {
      moveOrder(orderId: $orderId, to: ACCEPTED, expectedVersion: 1, idempotencyKey: $key) { version }
    }`;
    const variables = { orderId: move.orderId, key: key() };
    const said: unknown[] = [];
    for (const _ of 'ab') {
      const answers = owner.socket().iterate({ query, variables });
      said.push((await answers.next()).value);
    }
    await owner.hangUp();
    const data = { moveOrder: { version: 2 } };
    expect(said).toEqual([{ data }, { data, extensions: { replayed: ['moveOrder'] } }]);
  });

  test('in the header is for a single mutation', async () => {
    const { owner, move } = await ordered();
    const one = `moveOrder(orderId: "${move.orderId}", to: ACCEPTED, expectedVersion: 1) { version }`;
    const { errors } = await ask(owner, `mutation { a: ${one} b: ${one} }`, {}, key());
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    const long = await ask(owner, `mutation { ${one} }`, {}, 'x'.repeat(101));
    expect(long.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });
});

test('a page elsewhere may send the header and read that it was a replay', async () => {
  const { startApp } = await import('../support/app.ts');
  const app = await startApp({ config: { corsOrigins: ['https://shop.example'] } });
  const asked = await fetch(`${app.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://shop.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,idempotency-key',
    },
  });
  expect(asked.headers.get('access-control-allow-headers')).toContain('idempotency-key');
  await app.close();
});
