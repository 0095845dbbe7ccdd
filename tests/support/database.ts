import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import {
  type Database,
  type DatabaseObserver,
  type DatabaseSettings,
  openDatabase,
} from '../../src/database/orm.ts';
import { databaseUrl, postgresUrl, services } from './services.ts';

/** A database of a test file's own, migrated and empty. */
export interface TestDatabase {
  /** Its name on the server, and the prefix of its bell's channels. */
  readonly name: string;
  readonly settings: DatabaseSettings;
  open(observer?: Partial<DatabaseObserver>): Promise<Database>;
  drop(): Promise<void>;
}

export async function makeDatabase(): Promise<TestDatabase> {
  const name = `comanda_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const settings: DatabaseSettings = services ? await onServer(name) : inMemory();
  return {
    name,
    settings,
    open: (observer = {}) => openDatabase(settings, { warn: () => {}, ...observer }),
    drop: async () => {
      if (services) await admin(`drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(name: string): Promise<DatabaseSettings> {
  await admin(`create database ${name} template ${process.env['TEST_TEMPLATE']}`);
  return { kind: 'postgres', url: databaseUrl(name), poolSize: 10 };
}

function inMemory(): DatabaseSettings {
  return { kind: 'memory', image: new Blob([readFileSync(process.env['TEST_IMAGE']!)]) };
}

async function admin(statement: string): Promise<void> {
  const client = new pg.Client(postgresUrl);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
