import { migrations } from '../../src/database/migrations/index.ts';
import type { Database } from '../../src/database/orm.ts';
import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';
import { makeDatabase } from './database.ts';

/** A database as the release before a migration left it, to be filled with rows of that time. */
export interface OlderDatabase extends Database {
  /** Applies that migration and all that came after it. */
  migrate(): Promise<unknown>;
}

export async function databaseBefore(name: string): Promise<OlderDatabase> {
  const made = await makeDatabase();
  const database = await made.open();
  await rows(database.em(), sql`drop schema public cascade`);
  await rows(database.em(), sql`create schema public`);
  const last = migrations[migrations.findIndex((one) => one.name === name) - 1]!;
  await database.orm.migrator.up({ to: last.name });
  return {
    ...database,
    migrate: () => database.orm.migrator.up(),
    async close() {
      await database.close();
      await made.drop();
    },
  };
}
