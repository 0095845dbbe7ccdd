import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoSecrets, demoPeople } from '../database/seed.ts';

/** The demo's passwords: made once, kept in the data folder for its owner's eyes only, so that a restart prints the same. */
export function demoFile(dataDir: string): DemoSecrets {
  const file = join(dataDir, 'demo.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const secrets: DemoSecrets = {
      restaurantId: randomUUIDv7(),
      passwords: Object.fromEntries(demoPeople.map(({ email }) => [email, password()])),
    };
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as DemoSecrets;
}

function password(): string {
  return randomBytes(9).toString('base64url');
}
