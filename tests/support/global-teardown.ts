import { rmSync } from 'node:fs';
import pg from 'pg';
import { postgresUrl } from './services.ts';

export default async function tearDown(): Promise<void> {
  rmSync(process.env['TEST_FOLDER']!, { recursive: true, force: true });
  const template = process.env['TEST_TEMPLATE'];
  if (!template) return;
  const client = new pg.Client(postgresUrl);
  await client.connect();
  await client.query(`drop database if exists ${template} with (force)`);
  await client.end();
}
