import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import {
  type Dialect,
  PGliteAdapter,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely';
import array from 'postgres-array';
import { PgliteSession } from './pglite-session.ts';

/**
 * PostgreSQL inside this process, on a folder: a pool of one connection.
 * It opens with the first statement, because one that was never asked anything is never closed either.
 */
export function pgliteDialect(folder: string): Dialect {
  const dialect = new PostgresDialect({ pool: () => openPool(folder) });
  return Object.assign(dialect, { createAdapter: () => new PGliteAdapter() });
}

async function openPool(folder: string): Promise<PostgresPool> {
  const pglite = await PGlite.create({
    dataDir: folder,
    extensions: { pg_trgm, unaccent },
    parsers: createPostgreSqlTypeParsers((text) => array.parse(text)),
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${buffers}`],
  });
  const session = new PgliteSession(pglite);
  const client = Object.assign(session, { release: () => {} }) as unknown as PostgresPoolClient;
  return { options: {}, connect: async () => client, end: () => pglite.close() };
}

/** PostgreSQL's own 128 MB are written before the first statement and stay in memory. Pages beyond these are the machine's to keep. */
const buffers = '32MB';
