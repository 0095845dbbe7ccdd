import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';

/** The floor of a start: a fresh process that opens the folder and nothing else. */
const pglite = await PGlite.create({ dataDir: process.argv[2]!, extensions: { pg_trgm, unaccent } });
await pglite.query('select 1');
console.log('open');
process.once('SIGTERM', () => pglite.close().then(() => process.exit(0)));
// Waits to be stopped, as the server does.
setInterval(() => {}, 60_000);
