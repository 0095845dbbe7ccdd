import { migrations } from './migrations/index.ts';
import type { Database } from './orm.ts';
import { rows } from './rows.ts';
import { sql } from './sql.ts';

/** What `npm run migrate` would apply. Only reads: a server in production may lack the right to create tables. */
export async function pendingMigrations({ em }: Database): Promise<string[]> {
  const manager = em();
  const [table] = await rows<{ there: boolean }>(
    manager,
    sql`select to_regclass('migration') is not null as there`,
  );
  const applied = table!.there ? await rows<{ name: string }>(manager, sql`select name from migration`) : [];
  const names = new Set(applied.map(({ name }) => name));
  return migrations.flatMap(({ name }) => (names.has(name) ? [] : name));
}
