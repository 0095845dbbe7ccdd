import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../database/migrate.ts';
import type { Database } from '../database/orm.ts';
import { type DemoSecrets, seedDemo } from '../database/seed.ts';
import { demoFile } from './demo-file.ts';

/**
 * What a start in development does by itself: migrates, seeds the demo once, and answers with its sign-ins;
 * null where the demo was seeded from another data folder, whose passwords this one cannot know.
 */
export async function prepareDemo(database: Database, dataDir: string): Promise<DemoSecrets | null> {
  await migrate(database);
  const file = join(dataDir, 'demo.json');
  const known = existsSync(file);
  const secrets = demoFile(dataDir);
  if ((await seedDemo(database.em(), secrets)) !== 'foreign') return secrets;
  if (!known) rmSync(file);
  return null;
}
