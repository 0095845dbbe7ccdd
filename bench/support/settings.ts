/** Where the benches find their servers. */
export const postgresUrl = process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
export const redisUrl = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379/0';
export const jwtSecret = 'a secret of the benches, long enough for HS256';
