import pg from 'pg';
import { migrate } from '../../src/database/migrate.ts';
import { openDatabase } from '../../src/database/orm.ts';
import { postgresUrl } from './settings.ts';

/** A migrated database of a bench's own; dropped with the scope that made it. */
export interface BenchDatabase extends AsyncDisposable {
  readonly url: string;
  query(text: string, values?: readonly unknown[]): Promise<void>;
  /** Writes rows, one at least, given by column name; all have the columns of the first, and the rest their defaults. */
  write(table: string, rows: readonly object[]): Promise<void>;
}

export async function makeDatabase(): Promise<BenchDatabase> {
  const name = `comanda_bench_${process.pid}_${Date.now().toString(36)}`;
  await asAdmin(`create database ${name}`);
  const url = Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).toString();
  const database = await openDatabase({ kind: 'postgres', url, poolSize: 2 }, { warn: console.warn });
  await migrate(database);
  await database.close();
  const client = new pg.Client(url);
  await client.connect();
  const query = async (text: string, values: readonly unknown[] = []): Promise<void> => {
    await client.query(text, [...values]);
  };
  return {
    url,
    query,
    write(table, rows) {
      const columns = Object.keys(rows[0]!).join(', ');
      const from = `jsonb_populate_recordset(null::${table}, $1)`;
      return query(`insert into ${table} (${columns}) select ${columns} from ${from}`, [
        JSON.stringify(rows),
      ]);
    },
    async [Symbol.asyncDispose]() {
      await client.end();
      await asAdmin(`drop database ${name} with (force)`);
    },
  };
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client(postgresUrl);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
