/** `npm run test:services` runs the suites on PostgreSQL and Redis, `npm test` on PGlite and the memory bell. */
export const services = process.env['TEST_SERVICES'] === '1';

export const postgresUrl = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
export const redisUrl = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379/0';

/** The URL of another database on the test server. */
export function databaseUrl(name: string): string {
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
