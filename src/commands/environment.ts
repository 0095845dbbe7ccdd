import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { type Config, ConfigError, readConfig } from '../config.ts';
import type { DatabaseSettings } from '../database/orm.ts';
import type { Secrets } from '../tokens.ts';

/** The process's configuration, from .env and the environment. Ends the process with every fault in one message. */
export function configOrExit(): Config {
  readDotenv({ quiet: true });
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Which database these settings mean. */
export function databaseSettings(config: Config, holder: string): DatabaseSettings {
  const { databaseUrl, databasePool, dataDir } = config;
  if (databaseUrl) return { kind: 'postgres', url: databaseUrl, poolSize: databasePool };
  return { kind: 'folder', folder: dataDir, holder };
}

/** The configured secrets, the one that signs first; in development one is made and kept in the data folder. */
export function jwtSecrets({ jwtSecret: configured, jwtOldSecrets, dataDir }: Config): Secrets {
  return [configured ?? ownSecret(dataDir), ...jwtOldSecrets];
}

function ownSecret(dataDir: string): string {
  const file = join(dataDir, 'jwt-secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
