import type { EntityManager } from '@mikro-orm/core';
import { rows } from './rows.ts';
import type { Sql } from './sql.ts';

/** A read that is meant to see more than one restaurant, or none yet. Each use is a named read in tests/contract. */
export function acrossRestaurants<Row>(em: EntityManager, statement: Sql): Promise<Row[]> {
  return rows<Row>(em, statement);
}
