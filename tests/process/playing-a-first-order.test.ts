import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emptyFolder, Spawned } from './spawned.ts';

const folder = emptyFolder();
let server: Spawned;

beforeAll(async () => {
  server = new Spawned('main.js', folder);
  await server.says(/npm run first-order/);
});

afterAll(async () => {
  await server.end();
  rmSync(folder, { recursive: true });
});

test('a sentence is played from the table to READY, and the ticket is named', async () => {
  const { code, output } = await firstOrder('two large margheritas, one without basil, and a coke');
  expect(output).toMatch(/understood: 1 × Margherita pizza, Large, without Basil/);
  expect(output).toMatch(/The ticket arrives on the kitchen's screen, number \d+: #1, Table 1\./);
  expect(output).toMatch(/The kitchen moves #1 to READY; the guest sees READY/);
  expect(code).toBe(0);
});

test('a sentence that means nothing here is said so, and nothing is placed', async () => {
  const { code, output } = await firstOrder('a unicorn');
  expect(output).toMatch(/not understood: "a unicorn"/);
  expect(output).toMatch(/Nothing of it was understood, so nothing is ordered\.\n$/);
  expect(output).not.toMatch(/places order/);
  expect(code).toBe(1);
});

test('a part that is not understood is shown beside what is', async () => {
  const { output } = await firstOrder('a coke and a flying carpet');
  expect(output).toMatch(/understood: 1 × Coke/);
  expect(output).toMatch(/not understood: ".*flying carpet"/);
});

test('without a server, or without the demo, one sentence says what to do', async () => {
  const alone = emptyFolder();
  const nobody = await firstOrder('a coke', 'http://127.0.0.1:1');
  expect(nobody).toEqual({
    code: 1,
    output: 'No server answers at http://127.0.0.1:1: start it with `npm start`.\n',
  });
  const command = new Spawned('commands/first-order.js', alone, { COMANDA_URL: await server.url() });
  expect(await command.ended).toBe(1);
  expect(command.output).toMatch(/^There are no demo sign-ins in \.data: .*\n$/);
  rmSync(alone, { recursive: true });
});

async function firstOrder(sentence: string, url?: string): Promise<{ code: unknown; output: string }> {
  const env = { COMANDA_URL: url ?? (await server.url()) };
  const command = new Spawned('commands/first-order.js', folder, env, [sentence]);
  return { code: await command.ended, output: command.output };
}
