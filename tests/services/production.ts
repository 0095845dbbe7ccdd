import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/database/orm.ts';
import { type Environment, emptyFolder, Spawned } from '../process/spawned.ts';
import type { TestApp } from '../support/app.ts';
import { databaseUrl, postgresUrl, redisUrl } from '../support/services.ts';

/** A database with nothing in it, not even tables. */
export interface EmptyDatabase {
  readonly name: string;
  readonly url: string;
  /** The server at an address, on this database once it is migrated, as the factories of tests/support want it. */
  servedAt(address: string): Promise<TestApp>;
  drop(): Promise<void>;
}

export async function emptyDatabase(): Promise<EmptyDatabase> {
  const name = `comanda_production_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asked(postgresUrl, `create database ${name}`);
  const url = databaseUrl(name);
  let opened: Promise<Database> | null = null;
  return {
    name,
    url,
    async servedAt(address) {
      opened ??= openDatabase({ kind: 'postgres', url, poolSize: 2 }, { warn: () => {} });
      return { url: address, database: await opened } as TestApp;
    },
    drop: async () => {
      await (await opened)?.close();
      await asked(postgresUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

/** What a database answers to somebody beside the server. */
export async function asked(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** All that production wants. */
export function productionOn({ name, url }: Pick<EmptyDatabase, 'name' | 'url'>): Environment {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    REDIS_URL: redisUrl,
    REDIS_PREFIX: `${name}:`,
    JWT_SECRET: 'a secret of the tests, long enough for HS256',
    PUBLIC_URL: 'https://comanda.test',
    // In the folder that the program is started in.
    MAIL_DIR: 'mail',
  };
}

export async function migrated(env: Environment): Promise<void> {
  const migrate = new Spawned('commands/migrate.js', emptyFolder(), env);
  if ((await migrate.ended) !== 0) throw new Error(migrate.output);
}
