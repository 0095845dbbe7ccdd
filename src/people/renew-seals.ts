import type { EntityManager } from '@mikro-orm/core';
import { personal } from '../database/personal.ts';
import { sql } from '../database/sql.ts';
import type { Seal } from '../seal.ts';

/** Seals with the newest secret what an earlier one sealed, so that the earlier one can be dropped. */
export async function renewSeals(em: EntityManager, seal: Seal): Promise<void> {
  const all = await personal<{ id: string; sealed: string }>(
    em,
    sql`select person_id as id, sealed from second_factor`,
  );
  for (const { id, sealed } of all) {
    const renewed = seal.renew(sealed);
    if (!renewed) continue;
    await personal(
      em,
      sql`update second_factor set sealed = ${renewed} where person_id = ${id} and sealed = ${sealed}`,
    );
  }
}
