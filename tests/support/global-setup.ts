import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import pg from 'pg';
import { migrate } from '../../src/database/migrate.ts';
import { type DatabaseSettings, openDatabase } from '../../src/database/orm.ts';
import { databaseUrl, postgresUrl, services } from './services.ts';

/** A migrated database that every test file starts from: a template on the server, or an image in the temporary folder. */
export default async function setUp(): Promise<void> {
  process.env['TEST_FOLDER'] = mkdtempSync(join(tmpdir(), 'comanda-tests-'));
  if (services) process.env['TEST_TEMPLATE'] = await makeTemplate();
  else process.env['TEST_IMAGE'] = await makeImage();
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
  const folder = join(import.meta.dirname, '../../src/database/migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  const image = join(tmpdir(), `comanda-test-image-${hash.digest('hex').slice(0, 16)}.tar`);
  if (existsSync(image)) return image;
  const scratch = mkdtempSync(join(tmpdir(), 'comanda-image-'));
  await migrateOnce({ kind: 'folder', folder: scratch, holder: 'the tests' });
  const pglite = await PGlite.create({
    dataDir: join(scratch, 'database'),
    extensions: { pg_trgm, unaccent },
  });
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  writeFileSync(`${image}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${image}.${process.pid}`, image);
  rmSync(scratch, { recursive: true });
  return image;
}

async function migrateOnce(settings: DatabaseSettings): Promise<void> {
  const database = await openDatabase(settings, { warn: console.warn });
  await migrate(database);
  await database.close();
}
