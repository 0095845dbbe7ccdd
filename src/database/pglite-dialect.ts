import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import { type Dialect, PGliteDialect } from 'kysely';
import array from 'postgres-array';

/**
 * PostgreSQL inside this process, on a folder.
 * It opens with the first statement, because one that was never asked anything is never closed either.
 */
export function pgliteDialect(folder: string): Dialect {
  return new PGliteDialect({
    pglite: async () => {
      const pglite = await PGlite.create({
        dataDir: folder,
        extensions: { pg_trgm, unaccent },
        parsers: times,
      });
      keepFewParsers(pglite);
      return pglite;
    },
  });
}

const times = createPostgreSqlTypeParsers((text) => array.parse(text));

/**
 * PGlite keeps a parser for the array of every type and of every table's rows, and copies all of them for each statement: more than half
 * of what a short one costs. A type that is not kept comes as PostgreSQL's text, so one that the app begins to read belongs here.
 */
function keepFewParsers(pglite: PGlite): void {
  const { parsers } = pglite;
  pglite.parsers = { ...Object.fromEntries(read.map((oid) => [oid, parsers[oid]!])), ...times };
}

const read = [
  ...[16, 1000], // boolean and its array
  ...[17, 1001], // bytea
  ...[21, 1005, 23, 1007, 20, 1016], // smallint, integer, bigint
  ...[700, 1021, 701, 1022], // real, double precision
  ...[1009, 1015, 2951], // arrays of text, varchar and uuid, which themselves come as they are
  ...[114, 199, 3802, 3807], // json, jsonb
];
