import { randomUUIDv7 } from 'node:crypto';
import { openTokens } from '../../src/tokens.ts';
import type { BenchDatabase } from './database.ts';
import { jwtSecret } from './settings.ts';

/** A person who works in the kitchens of all these restaurants; answers with an access token. */
export async function writeCook(database: BenchDatabase, restaurantIds: readonly string[]): Promise<string> {
  const created_at = new Date();
  const person_id = randomUUIDv7();
  const email = 'cook@comanda.test';
  await database.write('person', [
    {
      id: person_id,
      email,
      email_key: email,
      name: 'Cook',
      password_hash: '',
      created_at,
      admin: false,
      verified_at: created_at,
    },
  ]);
  const session_id = randomUUIDv7();
  const expires_at = new Date(Date.now() + 60 * 60 * 1000);
  await database.write('session', [
    { id: session_id, person_id, family_hash: '', token_hash: '', created_at, expires_at },
  ]);
  await database.write(
    'staff',
    restaurantIds.map((restaurant_id) => ({
      id: randomUUIDv7(),
      restaurant_id,
      person_id,
      role: 'KITCHEN',
      created_at,
    })),
  );
  return openTokens([jwtSecret]).access(person_id, session_id).token;
}
