import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { askingUntil } from '../events/asking-until.ts';
import { emptyFolder, Spawned } from '../process/spawned.ts';
import { startApp } from '../support/app.ts';
import { person } from '../support/build.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { letterTo } from '../support/letter-to.ts';
import { databaseUrl } from '../support/services.ts';
import { TestSmtp } from '../support/smtp.ts';
import { asked, productionOn } from './production.ts';

const smtp = new TestSmtp();
const started: Spawned[] = [];
let shared: TestDatabase;
let anna: string;

beforeAll(async () => {
  await smtp.start();
  shared = await makeDatabase();
  const app = await startApp({ on: shared });
  anna = (await person(app)).email;
  await app.close();
});

afterAll(async () => {
  for (const one of started) await one.end();
  await smtp.stop();
  await shared.drop();
});

const database = (statement: string) => asked(databaseUrl(shared.name), statement);

async function allSent(): Promise<void> {
  await askingUntil(async () => (await database('select 1 from job')).length === 0);
}

test('of two processes one sends a letter, and each letter goes once', async () => {
  const config = { smtpUrl: smtp.url };
  const both = [await startApp({ on: shared, config }), await startApp({ on: shared, config })];
  await Promise.all(Array.from({ length: 10 }, (_, index) => letterTo(both[index % 2]!.url, anna)));
  await allSent();
  for (const app of both) await app.close();
  const ids = (await smtp.to(anna)).map(({ email }) => email.messageId);
  expect(ids).toHaveLength(10);
  expect(new Set(ids).size).toBe(10);
});

test('a process that is killed while it sends leaves the letter to the next: it goes again, as the same letter', async () => {
  const before = (await smtp.to(anna)).length;
  smtp.refuse('message', anna, 'never');
  const killed = server();
  await letterTo(await killed.url(), anna);
  await smtp.to(anna, before + 1);
  killed.kill('SIGKILL');
  expect(await killed.ended).toBe('SIGKILL');
  // As if the two minutes had passed for which it had the job.
  await database('update job set claimed_until = now()');
  await goesOutByTheNext();
  const [unanswered, again] = (await smtp.to(anna)).slice(before);
  expect(again!.email.messageId).toBe(unanswered!.email.messageId);
});

test('a process that is killed between the commit and the mail server loses nothing', async () => {
  const before = (await smtp.to(anna)).length;
  await smtp.stop();
  const killed = server();
  await letterTo(await killed.url(), anna);
  killed.kill('SIGKILL');
  await killed.ended;
  await smtp.start();
  await database('update job set claimed_until = null, run_at = now()');
  await goesOutByTheNext();
  expect(await smtp.to(anna)).toHaveLength(before + 1);
});

function server(): Spawned {
  const env = productionOn({ name: shared.name, url: databaseUrl(shared.name) });
  const mail = { SMTP_URL: smtp.url, MAIL_FROM: 'Comanda <orders@comanda.test>', LIMIT_LETTER: '1000' };
  const one = new Spawned('main.js', emptyFolder(), { ...env, ...mail });
  started.push(one);
  return one;
}

async function goesOutByTheNext(): Promise<void> {
  const next = server();
  await next.url();
  await allSent();
  await next.end();
}
