import type { EntityManager } from '@mikro-orm/core';
import { rows } from './rows.ts';
import type { Sql } from './sql.ts';

/** One restaurant's part of the database. */
export interface Scope {
  readonly restaurantId: string;
  /** Its filters show this restaurant's rows only. */
  readonly em: EntityManager;
  rows<Row>(statement: Sql): Promise<Row[]>;
  row<Row>(statement: Sql): Promise<Row | undefined>;
}

/** The only way to run SQL on tenant tables: the statement has to compare a restaurant_id with this restaurant. */
export function scoped(manager: EntityManager, restaurantId: string): Scope {
  let own: EntityManager | undefined;
  const run = <Row>(statement: Sql): Promise<Row[]> => {
    refuseUnscoped(statement, restaurantId);
    return rows<Row>(manager, statement);
  };
  return {
    restaurantId,
    get em() {
      own ??= within(manager, restaurantId);
      return own;
    },
    rows: run,
    row: async <Row>(statement: Sql) => (await run<Row>(statement))[0],
  };
}

/** A transaction's manager serves one restaurant already; outside of one, each scope gets its own identity map. */
function within(manager: EntityManager, restaurantId: string): EntityManager {
  const em = manager.isInTransaction() ? manager : manager.fork();
  em.setFilterParams('tenant', { restaurantId });
  return em;
}

function refuseUnscoped(statement: Sql, restaurantId: string): void {
  for (const [, name] of statement.text.matchAll(/restaurant_id\s*=\s*\$(\d+)/g)) {
    if (statement.values[Number(name) - 1] === restaurantId) return;
  }
  throw new Error(`This statement must say restaurant_id = its own restaurant: ${statement.text.trim()}`);
}
