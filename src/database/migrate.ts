import type { Database } from './orm.ts';
import { rows } from './rows.ts';
import { sql } from './sql.ts';

/** Any number: it only has to be the same for everybody who migrates this database. */
const migrationLock = 7_226_632;

/**
 * Applies what is missing, all of it or nothing, and answers with the names.
 * Several at once are safe: one works, the rest wait and find nothing to do.
 */
export async function migrate({ orm, embedded }: Database): Promise<string[]> {
  // The embedded database has one connection, and its folder is locked already.
  if (embedded) return apply(orm);
  return orm.em.fork().transactional(async (em) => {
    await rows(em, sql`select pg_advisory_xact_lock(${migrationLock})`);
    return apply(orm);
  });
}

async function apply(orm: Database['orm']): Promise<string[]> {
  const applied = await orm.migrator.up();
  return applied.map(({ name }) => name);
}
