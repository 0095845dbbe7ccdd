import type { Database } from './orm.ts';

/** What `npm run migrate` would apply. */
export async function pendingMigrations({ orm }: Database): Promise<string[]> {
  const pending = await orm.migrator.getPending();
  return pending.map(({ name }) => name);
}
