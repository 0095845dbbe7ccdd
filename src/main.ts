import { openApp } from './app.ts';
import { demoFile } from './commands/demo-file.ts';
import { configOrExit, databaseSettings, jwtSecret } from './commands/environment.ts';
import { run } from './commands/run.ts';
import { welcome } from './commands/welcome.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase } from './database/orm.ts';
import { seedDemo } from './database/seed.ts';
import { openLogger } from './logger.ts';

await run(async () => {
  const config = configOrExit();
  const logger = openLogger(config.production);
  const database = await openDatabase(databaseSettings(config, `the server on port ${config.port}`), logger);
  const secrets = config.production ? null : demoFile(config.dataDir);
  if (secrets) {
    await migrate(database);
    await seedDemo(database.em(), secrets);
  }
  const app = await openApp({ config, jwtSecret: jwtSecret(config), database, logger });
  logger.info(secrets ? await welcome(database.em(), config, app.url, secrets) : `Listening on ${app.url}`);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // Whatever hangs must not keep the process past its grace period.
    setTimeout(() => process.exit(1), 9_500).unref();
    await app.close();
    await database.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
});
