import type { EntityManager } from '@mikro-orm/core';
import { rows } from './rows.ts';
import type { Sql } from './sql.ts';

/** A way to run SQL on these tables alone: a statement that names another one throws. */
export function keptTo(
  tables: readonly string[],
): <Row>(em: EntityManager, statement: Sql) => Promise<Row[]> {
  return <Row>(em: EntityManager, statement: Sql) => {
    const here = [...statement.text.matchAll(/(\w+) as \(/g)].map(([, name]) => name!);
    for (const [, name] of statement.text.matchAll(/\b(?:from|into|join|update(?! set))\s+(\w+)/g)) {
      if (!tables.includes(name!) && !here.includes(name!))
        throw new Error(`This statement must keep to ${tables.join(', ')}: ${statement.text.trim()}`);
    }
    return rows<Row>(em, statement);
  };
}
