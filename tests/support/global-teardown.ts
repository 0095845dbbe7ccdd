import pg from 'pg';
import { postgresUrl } from './services.ts';

export default async function tearDown(): Promise<void> {
  const template = process.env['TEST_TEMPLATE'];
  if (!template) return;
  const client = new pg.Client(postgresUrl);
  await client.connect();
  await client.query(`drop database if exists ${template} with (force)`);
  await client.end();
}
