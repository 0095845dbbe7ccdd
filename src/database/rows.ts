import type { EntityManager } from '@mikro-orm/core';
import type { AbstractSqlConnection } from '@mikro-orm/sql';
import { CompiledQuery, type QueryExecutorProvider } from 'kysely';
import type { Sql } from './sql.ts';

/** Runs one statement in the manager's transaction, if it has one. Only scoped.ts, across-restaurants.ts and events/ use it. */
export async function rows<Row>(em: EntityManager, statement: Sql): Promise<Row[]> {
  const connection = em.getConnection() as AbstractSqlConnection;
  const executor: Executor = em.getTransactionContext<Executor>() ?? connection.getClient();
  const result = await executor.executeQuery(CompiledQuery.raw(statement.text, [...statement.values]));
  return result.rows as Row[];
}

interface Executor extends QueryExecutorProvider {
  executeQuery(query: CompiledQuery): Promise<{ rows: unknown[] }>;
}
