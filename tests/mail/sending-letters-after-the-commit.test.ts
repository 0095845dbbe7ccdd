import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { askingUntil } from '../events/asking-until.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { person } from '../support/build.ts';
import { letterTo } from '../support/letter-to.ts';
import { TestSmtp } from '../support/smtp.ts';

const smtp = new TestSmtp();
let app: TestApp;
let anna: string;

beforeAll(async () => {
  await smtp.start();
  app = await startApp({ config: { smtpUrl: smtp.url } });
});

beforeEach(async () => {
  anna = (await person(app)).email;
  app.log.length = 0;
});

/** Nobody's address is in the log, whatever happened. */
afterEach(() => expect(app.log.join('\n')).not.toContain('@'));

afterAll(async () => {
  await app.close();
  await smtp.stop();
});

interface Waiting {
  readonly attempts: number;
  readonly dead: boolean;
  readonly error: string | null;
  readonly payload: string;
}

function jobs(): Promise<Waiting[]> {
  return rows<Waiting>(
    app.database.em(),
    sql`select attempts, dead_at is not null as dead, last_error as error, payload::text as payload from job`,
  );
}

test('while the mail server is away requests are answered, letters wait, and go when it is back', async () => {
  await smtp.stop();
  await letterTo(app.url, anna);
  await askingUntil(async () => (await jobs()).some(({ attempts }) => attempts > 2));
  const [waiting] = await jobs();
  expect(waiting!.error).toMatch(/ECONNREFUSED|ESOCKET/);
  expect(waiting!.payload).not.toContain(anna.split('@')[0]);
  expect(app.log).toHaveLength(1);
  expect(app.log[0]).toMatch(/^Jobs of the kind mail fail \(.+\) and are tried again\.$/);

  await smtp.start();
  expect(await smtp.to(anna)).toHaveLength(1);
  await askingUntil(async () => (await jobs()).length === 0);
});

test('a letter that is refused for now goes again, as the same letter, until it is taken', async () => {
  smtp.refuse('recipient', anna, 450, 421);
  smtp.refuse('message', anna, 451);
  await letterTo(app.url, anna);
  const [refused, taken] = await smtp.to(anna, 2);
  expect(taken!.email.messageId).toBe(refused!.email.messageId);
  await askingUntil(async () => (await jobs()).length === 0);
  expect(await smtp.to(anna)).toHaveLength(2);
});

test('a letter whose recipient is refused for good is given up, and the log says which job it was', async () => {
  smtp.refuse('recipient', anna, 550, 550);
  await letterTo(app.url, anna);
  await askingUntil(async () => (await jobs()).some(({ dead }) => dead));
  expect(await jobs()).toMatchObject([{ attempts: 1, dead: true, error: expect.stringContaining('550') }]);
  expect(app.log).toEqual([
    expect.stringMatching(/^The mail job [\w-]+ is given up after 1 attempts: .*550\.$/),
  ]);
  expect(smtp.received.filter(({ to }) => to.includes(anna))).toEqual([]);
  await rows(app.database.em(), sql`delete from job`);
});

test('one that cannot be delivered keeps no other waiting', async () => {
  const bob = (await person(app)).email;
  smtp.refuse('message', anna, ...Array.from({ length: 50 }, () => 'never' as const));
  for (let count = 0; count < 3; count += 1) await letterTo(app.url, anna);
  await letterTo(app.url, bob);
  expect(await smtp.to(bob)).toHaveLength(1);
  expect(await smtp.to(anna, 3)).toHaveLength(3);
});
