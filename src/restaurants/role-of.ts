import { sql } from '../database/sql.ts';
import type { Work } from '../events/transact.ts';
import type { Role } from './role.ts';

/** What somebody is here at this point of a transaction, or null. */
export async function roleOf({ restaurantId, row }: Work, personId: string): Promise<Role | null> {
  const found = await row<{ role: Role }>(
    sql`select role from staff where restaurant_id = ${restaurantId} and person_id = ${personId}`,
  );
  return found?.role ?? null;
}
