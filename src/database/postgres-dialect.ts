import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import array from 'postgres-array';

/** A pool of connections to a PostgreSQL server. A connection that breaks while idle is dropped and said, never fatal. */
export function postgresDialect(url: string, size: number, warn: (message: string) => void): Dialect {
  const types = new pg.TypeOverrides();
  const parsers = createPostgreSqlTypeParsers((text) => array.parse(text));
  for (const [oid, parser] of Object.entries(parsers))
    types.setTypeParser(Number(oid), parser as (text: string) => unknown);
  const pool = new pg.Pool({ connectionString: url, max: size, types, connectionTimeoutMillis: 5_000 });
  pool.on('connect', (client) =>
    client.on('error', (error) => warn(`PostgreSQL connection lost: ${error.message}`)),
  );
  pool.on('error', (error) => warn(`PostgreSQL connection lost: ${error.message}`));
  return new PostgresDialect({ pool });
}
