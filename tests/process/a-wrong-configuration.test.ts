import { rmSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { type Environment, emptyFolder, Spawned } from './spawned.ts';

const folder = emptyFolder();

afterAll(() => rmSync(folder, { recursive: true }));

test('production with nothing set is told everything that is wanted at once', async () => {
  expect(await refusalOf({ NODE_ENV: 'production' })).toEqual([
    'The configuration is wrong:',
    '  - DATABASE_URL is wanted in production: the embedded database is for development.',
    '  - JWT_SECRET is wanted in production.',
    '  - PUBLIC_URL is wanted in production: QR codes lead there.',
    '  - SMTP_URL is wanted in production, because accounts and invites go by mail; or MAIL_DIR, to write it into files.',
    '  - REDIS_URL is wanted in production, because processes hear of each other through it; or SINGLE_PROCESS=true.',
  ]);
});

test('every wrong setting is named in one message', async () => {
  expect(await refusalOf({ PORT: 'abc', REDIS_URL: 'x', JWT_SECRET: 'short', POLL_MS: '0' })).toEqual([
    'The configuration is wrong:',
    '  - PORT must be a whole number from 0 to 65535.',
    '  - REDIS_URL must be a URL that begins with redis:// or rediss://',
    '  - JWT_SECRET must have 32 characters or more.',
    '  - POLL_MS must be a whole number from 50 to 600000.',
  ]);
});

test('a model of OpenAI without a key is told of; one of another server may have none', async () => {
  expect(await refusalOf({ OPENAI_MODEL: 'gpt-5-mini', OPENAI_TIMEOUT_MS: '5' })).toEqual([
    'The configuration is wrong:',
    '  - OPENAI_TIMEOUT_MS must be a whole number from 100 to 60000.',
    '  - OPENAI_API_KEY is wanted with OPENAI_MODEL, or another OPENAI_BASE_URL.',
  ]);
  const own = { OPENAI_MODEL: 'llama', OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', PORT: 'abc' };
  expect(await refusalOf(own)).toEqual([
    'The configuration is wrong:',
    '  - PORT must be a whole number from 0 to 65535.',
  ]);
});

test('the demo is not seeded in production', async () => {
  const seed = new Spawned('commands/seed.js', folder, {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://127.0.0.1:1/nowhere',
    JWT_SECRET: 'a secret of the tests, long enough for HS256',
    PUBLIC_URL: 'https://comanda.test',
    MAIL_DIR: 'mail',
    SINGLE_PROCESS: 'true',
  });
  expect(await seed.ended).toBe(1);
  expect(seed.output).toBe('The demo restaurant is not for production.\n');
});

async function refusalOf(env: Environment): Promise<string[]> {
  const server = new Spawned('main.js', folder, env);
  expect(await server.ended).toBe(1);
  return server.output.trimEnd().split('\n');
}
