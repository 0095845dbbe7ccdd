import { randomBytes } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
  const settings: DatabaseSettings = services ? await onServer(name) : onFiles(name);
  return {
    name,
    settings,
    open: (observer = {}) => openDatabase(settings, { warn: () => {}, ...observer }),
    drop: async () => {
      if (services) await admin(`drop database if exists ${name} with (force)`);
      else rmSync(folderOf(name), { recursive: true });
    },
  };
}

async function onServer(name: string): Promise<DatabaseSettings> {
  await admin(`create database ${name} template ${process.env['TEST_TEMPLATE']}`);
  // Whether PostgreSQL keeps what it has said it keeps is not for these tests, and a commit waits ten times as long for the disk.
  await admin(`alter database ${name} set synchronous_commit = off`);
  return { kind: 'postgres', url: databaseUrl(name), poolSize: 10 };
}

/** On files: read from memory instead, an image takes a test's worker three times as long, and twice the rubbish. */
function onFiles(name: string): DatabaseSettings {
  const folder = folderOf(name);
  cpSync(process.env['TEST_IMAGE']!, join(folder, 'database'), { recursive: true });
  return { kind: 'folder', folder, holder: 'a test' };
}

function folderOf(name: string): string {
  return join(process.env['TEST_FOLDER']!, name);
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
