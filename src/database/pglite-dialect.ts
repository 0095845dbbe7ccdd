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
        parsers: createPostgreSqlTypeParsers((text) => array.parse(text)),
      });
      forgetRowArrays(pglite);
      return pglite;
    },
  });
}

/**
 * PGlite keeps a parser for an array of every table's rows, and copies all of them for each statement: half of what a short one costs.
 * Types that PostgreSQL itself gives numbers by hand, and nothing else of ours, have oids under 10,000.
 */
function forgetRowArrays({ parsers }: PGlite): void {
  for (const oid of Object.keys(parsers)) if (Number(oid) >= 10_000) delete parsers[oid];
}
