import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Environment, emptyFolder, Spawned } from '../process/spawned.ts';
import { databaseUrl, postgresUrl, redisUrl } from '../support/services.ts';

/** A database with nothing in it, not even tables. */
export interface EmptyDatabase {
  readonly name: string;
  readonly url: string;
  drop(): Promise<void>;
}

export async function emptyDatabase(): Promise<EmptyDatabase> {
  const name = `comanda_production_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asked(postgresUrl, `create database ${name}`);
  return {
    name,
    url: databaseUrl(name),
    drop: async () => {
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
