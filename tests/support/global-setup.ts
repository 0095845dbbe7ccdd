import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/database/migrate.ts';
import { type DatabaseSettings, openDatabase } from '../../src/database/orm.ts';
import { databaseUrl, postgresUrl, services } from './services.ts';

/** A migrated database that every test file starts from: a template on the server, or a folder that is copied. */
export default async function setUp(): Promise<void> {
  process.env['TEST_FOLDER'] = mkdtempSync(join(quickestFolder(), 'comanda-tests-'));
  if (services) process.env['TEST_TEMPLATE'] = await makeTemplate();
  else process.env['TEST_IMAGE'] = await makeImage();
}

/** Memory where Linux has it to spare: every embedded test file copies the image, which takes a disk twenty times as long. */
function quickestFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > 1e9) return '/dev/shm';
  } catch {}
  return tmpdir();
}

async function makeTemplate(): Promise<string> {
  const name = `comanda_template_${process.pid}`;
  const client = new pg.Client(postgresUrl);
  await client.connect();
  await client.query(`drop database if exists ${name}`);
  await client.query(`create database ${name}`);
  await client.end();
  await migrateOnce({ kind: 'postgres', url: databaseUrl(name), poolSize: 2 });
  return name;
}

/** Making a new PGlite takes seconds, so the image is kept until the migrations change. */
async function makeImage(): Promise<string> {
  const migrations = join(import.meta.dirname, '../../src/database/migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)));
  const image = join(tmpdir(), `comanda-test-image-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(image)) return image;
  const folder = mkdtempSync(join(tmpdir(), 'comanda-image-'));
  await migrateOnce({ kind: 'folder', folder, holder: 'the tests' });
  try {
    renameSync(join(folder, 'database'), image);
  } catch (error) {
    // Another run may have been first.
    if (!existsSync(image)) throw error;
  }
  rmSync(folder, { recursive: true });
  return image;
}

async function migrateOnce(settings: DatabaseSettings): Promise<void> {
  const database = await openDatabase(settings, { warn: console.warn });
  await migrate(database);
  await database.close();
}
