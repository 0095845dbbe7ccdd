import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { letterTo } from '../support/letter-to.ts';
import { TestSmtp } from '../support/smtp.ts';
import { migratedFolder, Spawned } from './spawned.ts';

const anna = 'customer@comanda.example';
const folder = migratedFolder();
const smtp = new TestSmtp();
let server: Spawned;

beforeAll(() => smtp.start());

afterAll(async () => {
  await server.end();
  await smtp.stop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<string> {
  server = new Spawned('main.js', folder, { SMTP_URL: smtp.url, MAIL_FROM: 'orders@comanda.test' });
  return server.url();
}

test('a letter that a killed server was sending goes out when it starts again, as the same letter', async () => {
  smtp.refuse('message', anna, 'never');
  await letterTo(await start(), anna);
  await smtp.to(anna);
  server.kill('SIGKILL');
  expect(await server.ended).toBe('SIGKILL');

  await start();
  const [unanswered, again] = await smtp.to(anna, 2);
  expect(again!.email.messageId).toBe(unanswered!.email.messageId);
});
