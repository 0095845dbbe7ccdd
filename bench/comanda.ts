import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/database/orm.ts';
import { answerParent } from './support/answer-parent.ts';
import { recordStatements } from './support/record-statements.ts';
import { jwtSecret } from './support/settings.ts';

export interface ComandaSettings {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  readonly redisPrefix?: string;
}

/** The app as it is, on PostgreSQL. */
answerParent({
  async open({ databaseUrl, redisUrl = '', redisPrefix = '' }: ComandaSettings): Promise<string> {
    const config = readConfig({
      NODE_ENV: 'production',
      PORT: '0',
      PUBLIC_URL: 'http://comanda.test',
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      REDIS_PREFIX: redisPrefix,
      SINGLE_PROCESS: 'true',
      JWT_SECRET: jwtSecret,
      MAIL_DIR: join(tmpdir(), 'comanda-bench-mail'),
    });
    const logger = {
      info: console.log,
      warn: console.warn,
      failure: ({ error }: { error: unknown }) => console.error(error),
    };
    const database = await openDatabase(
      { kind: 'postgres', url: databaseUrl, poolSize: config.databasePool },
      logger,
    );
    const app = await openApp({ config, jwtSecrets: [jwtSecret], database, logger });
    return `${app.url}/graphql`;
  },
  record: recordStatements,
});
