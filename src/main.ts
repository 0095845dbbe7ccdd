import { type App, openApp } from './app.ts';
import { configOrExit, databaseSettings, jwtSecrets } from './commands/environment.ts';
import { prepareDemo } from './commands/prepare-demo.ts';
import { run } from './commands/run.ts';
import { stopOnSignal } from './commands/stop-on-signal.ts';
import { welcome } from './commands/welcome.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './database/orm.ts';
import { pendingMigrations } from './database/pending-migrations.ts';
import type { DemoSecrets } from './database/seed.ts';
import { openLogger } from './logger.ts';

await run(async () => {
  const config = configOrExit();
  const logger = openLogger(config.production);
  const opened: { close(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    for (const one of opened.splice(0).reverse()) await one.close();
  };
  stopOnSignal(close);
  try {
    const database = await openDatabase(
      databaseSettings(config, `the server on port ${config.port}`),
      logger,
    );
    opened.push(database);
    const secrets = await prepare(database, config);
    const app = await openApp({ config, jwtSecrets: jwtSecrets(config), database, logger });
    opened.push(app);
    logger.info(await greeting(database, config, app, secrets));
  } catch (error) {
    await close();
    throw error;
  }
});

/** In production nothing is changed by starting: a database that is behind stops it instead. */
async function prepare(database: Database, { production, dataDir }: Config): Promise<DemoSecrets | null> {
  if (!production) return prepareDemo(database, dataDir);
  const pending = await pendingMigrations(database);
  if (pending.length === 0) return null;
  throw new Error(`The database lacks ${pending.join(', ')}: run \`npm run migrate\` first.`);
}

async function greeting(
  database: Database,
  config: Config,
  { url }: App,
  secrets: DemoSecrets | null,
): Promise<string> {
  return config.production ? `Listening on ${url}` : welcome(database.em(), config, url, secrets);
}
