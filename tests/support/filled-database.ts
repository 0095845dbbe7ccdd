import type { Database } from '../../src/database/orm.ts';
import { rows } from '../../src/database/rows.ts';
import { type Sql, sql } from '../../src/database/sql.ts';
import { makeDatabase } from './database.ts';

/** A database without an app. */
export interface FilledDatabase {
  readonly server: Database;
  drop(): Promise<void>;
}

/** A database of one's own after these statements, of which the planner knows how much is in it. */
export async function filledDatabase(statements: readonly Sql[]): Promise<FilledDatabase> {
  const made = await makeDatabase();
  const server = await made.open();
  for (const statement of [...statements, sql`analyze`]) await rows(server.em(), statement);
  return {
    server,
    async drop() {
      await server.close();
      await made.drop();
    },
  };
}

/** `00000000-0000-7000-8000-000000000000` is the first of ten. */
export const tenRestaurants = sql`
  insert into restaurant (id, slug, title, currency, time_zone, locale, created_at)
  select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'r' || n, 'R', 'EUR', 'UTC', 'en', now() from generate_series(0, 9) n`;
