import type { EntityManager } from '@mikro-orm/core';
import type { CompiledQuery } from 'kysely';
import type { Database } from '../../src/database/orm.ts';
import { rows } from '../../src/database/rows.ts';

/** A manager that finds nothing: how the database would look for it goes into the list. */
export function explaining({ em }: Database, plans: string[]): EntityManager {
  const executeQuery = async ({ sql: text, parameters: values }: CompiledQuery): Promise<{ rows: [] }> => {
    const lines = await rows<{ 'QUERY PLAN': string }>(em(), { text: `explain ${text}`, values });
    plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
    return { rows: [] };
  };
  return Object.create(em(), { getTransactionContext: { value: () => ({ executeQuery }) } }) as EntityManager;
}
