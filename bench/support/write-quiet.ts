import { randomUUIDv7 } from 'node:crypto';
import type { BenchDatabase } from './database.ts';

/** Restaurants without a menu, where nothing happens. */
export async function writeQuiet(database: BenchDatabase, count: number): Promise<string[]> {
  const facts = { currency: 'EUR', time_zone: 'Europe/Madrid', locale: 'en-IE', created_at: new Date() };
  const ids = Array.from({ length: count }, () => randomUUIDv7());
  await database.write(
    'restaurant',
    ids.map((id, index) => ({ id, slug: `quiet-${index}`, title: 'Quiet', ...facts })),
  );
  await database.write(
    'restaurant_slug',
    ids.map((id, index) => ({ slug: `quiet-${index}`, restaurant_id: id })),
  );
  await database.write(
    'event_stream',
    ids.map((id) => ({ id, last_number: 0, tally_key: '', tally: 0, revision: 0 })),
  );
  return ids;
}
