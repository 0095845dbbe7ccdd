import { join } from 'node:path';
import { type App, openApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Database } from '../../src/database/orm.ts';
import type { Secrets } from '../../src/tokens.ts';
import { makeDatabase, type TestDatabase } from './database.ts';
import { Mailbox } from './mailbox.ts';
import { redisUrl, services } from './services.ts';
import { Statements } from './statements.ts';

/** A running app as a test sees it. */
export interface TestApp {
  readonly url: string;
  readonly database: Database;
  readonly statements: Statements;
  /** What clients were not told. A test that expects none can look. */
  readonly failures: { requestId: string; error: unknown }[];
  /** Every line of its log that is not about a failed request. */
  readonly log: string[];
  /** What it has sent, where a test sets no SMTP server. */
  readonly mailbox: Mailbox;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly config?: Partial<Config>;
  readonly jwtSecrets?: Secrets;
  /** Another process's database, to share it; otherwise the app has one of its own. */
  readonly on?: TestDatabase;
  /** What time it is; the time of day it is otherwise. */
  readonly clock?: () => Date;
}

export const jwtSecret = 'a secret of the tests, long enough for HS256';

/** The app that app.ts builds, listening on a port of its own over a database of its own. */
export async function startApp({
  config = {},
  jwtSecrets = [jwtSecret],
  on,
  clock,
}: StartOptions = {}): Promise<TestApp> {
  const own = on ?? (await makeDatabase());
  const statements = new Statements();
  const database = await own.open({ statement: statements.note });
  const failures: TestApp['failures'] = [];
  const log: string[] = [];
  const mailDir = join(process.env['TEST_FOLDER']!, `mail-${own.name}`);
  const logger = {
    info: (message: string, facts?: object) =>
      log.push(facts ? `${message} ${JSON.stringify(facts)}` : message),
    warn: (message: string) => log.push(message),
    failure: (one: TestApp['failures'][number]) => failures.push(one),
  };
  const app: App = await openApp({
    config: { ...testConfig(own.name), mailDir, ...config },
    jwtSecrets,
    database,
    logger,
    ...(clock ? { clock } : {}),
  });
  return {
    url: app.url,
    database,
    statements,
    failures,
    log,
    mailbox: new Mailbox(mailDir),
    async close() {
      await app.close();
      await database.close();
      if (!on) await own.drop();
    },
  };
}

const many = 1_000_000;

/** Everybody in the tests asks from one address. */
export const generousLimits: Config['limits'] = {
  signIn: many,
  signInOfAccount: many,
  signInOfNetwork: many,
  codesOfDay: many,
  register: many,
  letter: many,
  invite: many,
  invitedOfDay: many,
  createRestaurant: many,
  startVisit: many,
  trackOrder: many,
  joinCart: many,
  parse: many,
  parseOfTable: many,
  parseOfRestaurant: many,
  token: many,
  refusal: many,
  export: many,
};

function testConfig(name: string): Config {
  const base = readConfig({
    PORT: '0',
    PUBLIC_URL: 'http://comanda.test',
    REDIS_URL: services ? redisUrl : '',
    REDIS_PREFIX: `${name}:`,
  });
  return { ...base, apiDocs: true, retryMs: 20, limits: generousLimits };
}
