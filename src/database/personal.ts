import type { EntityManager } from '@mikro-orm/core';
import { rows } from './rows.ts';
import type { Sql } from './sql.ts';

/** Their rows belong to persons, and to no restaurant. */
const tables = ['person', 'session', 'account_token', 'second_factor', 'recovery_code'];

/** The only way to run SQL on what is a person's own: a statement that names another table throws. */
export function personal<Row>(em: EntityManager, statement: Sql): Promise<Row[]> {
  const here = [...statement.text.matchAll(/(\w+) as \(/g)].map(([, name]) => name!);
  for (const [, name] of statement.text.matchAll(/\b(?:from|into|join|update(?! set))\s+(\w+)/g)) {
    if (!tables.includes(name!) && !here.includes(name!))
      throw new Error(`This statement must keep to ${tables.join(', ')}: ${statement.text.trim()}`);
  }
  return rows<Row>(em, statement);
}
