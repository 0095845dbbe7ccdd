import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from '@jest/globals';
import { AuditEntriesDocument, PeopleDocument, SignInDocument } from '../../schema/operations.ts';
import { As } from '../support/as.ts';
import { demoPerson } from './demo.ts';
import { emptyFolder, Spawned } from './spawned.ts';

const folder = emptyFolder();
const email = 'Ada@example.com';
const password = 'a horse, correctly';

afterAll(() => rmSync(folder, { recursive: true }));

async function create(words: readonly string[], typed: string): Promise<{ code: unknown; output: string }> {
  const command = new Spawned('commands/admin-create.js', folder, {}, words);
  command.types(typed);
  return { code: await command.ended, output: command.output };
}

test('with a password from standard input an admin is made, before anything was started', async () => {
  const done = await create([email], `${password}\n`);
  expect(done).toEqual({ code: 0, output: `${email} is an admin of the platform and can sign in.\n` });
  const again = await create([email.toLowerCase()], '');
  expect(again.output).toBe('ada@example.com was an admin of the platform already.\n');
});

test('who then signs in and reads in the audit how that came; an account that is there is raised', async () => {
  const server = new Spawned('main.js', folder);
  try {
    await server.says(/npm run first-order/);
    const url = await server.url();
    const { signIn } = await new As(url).ask(SignInDocument, { input: { email, password } });
    const ada = new As(url, { accessToken: signIn.accessToken });
    expect((await ada.ask(PeopleDocument, { filter: { text: 'ada@' } })).people.edges[0]!.node.admin).toBe(
      true,
    );
    const { auditEntries } = await ada.ask(AuditEntriesDocument, { filter: { field: 'admin:create' } });
    const written = auditEntries.edges.map(({ node }) => [node.actorKind, node.subjectIds, node.outcome]);
    expect(written.at(-1)).toEqual(['OPERATOR', [signIn.person.id], 'OK']);
    const beside = await create(['other@example.com'], password);
    expect(beside).toMatchObject({ code: 1, output: expect.stringContaining('is in use by the server') });
  } finally {
    await server.end();
  }
  const raised = await create(['customer@comanda.example'], '');
  expect(raised.output).toBe('customer@comanda.example is an admin of the platform from now on.\n');
  const next = new Spawned('main.js', folder);
  try {
    await next.says(/npm run first-order/);
    const customer = await demoPerson(await next.url(), folder, 'customer@comanda.example');
    expect(await customer.codeOf(PeopleDocument, {})).toBe('OK');
  } finally {
    await next.end();
  }
});

test.each([
  [
    'no address where nobody can be asked',
    [],
    'x',
    'Name it: npm run admin:create -- somebody@example.com\n',
  ],
  ['what is no address', ['ada'], 'x', 'ada is not an e-mail address.\n'],
  ['a short password', ['eve@example.com'], 'short\n', 'A password has 8 characters or more.\n'],
])('%s is one sentence', async (_, words, typed, output) => {
  expect(await create(words, typed)).toEqual({ code: 1, output });
});

/** From util-linux; it gives a program a terminal. */
const terminals = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false;

(terminals ? test : test.skip)('at a terminal it asks, and shows nothing of the password', async () => {
  const program = join(import.meta.dirname, '../../dist/src/commands/admin-create.js');
  const command = spawn('script', ['-qec', `${process.execPath} ${program}`, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] },
  });
  let seen = '';
  const answers: [RegExp, string][] = [
    [/address of the admin: /, 'tess@example.com'],
    [/Password: /, password],
    [/Once more: /, password],
  ];
  command.stdout.setEncoding('utf8').on('data', (part: string) => {
    seen += part;
    if (answers[0]?.[0].test(seen)) command.stdin.write(`${answers.shift()![1]}\r`);
  });
  await Promise.all([once(command, 'close'), text(command.stderr)]);
  expect(seen).toContain('tess@example.com is an admin of the platform and can sign in.');
  expect(seen).not.toContain('horse');
});
