import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/orm.ts';
import { configOrExit, databaseSettings } from './environment.ts';
import { run } from './run.ts';

await run(async () => {
  const database = await openDatabase(databaseSettings(configOrExit(), 'npm run migrate'), {
    warn: console.warn,
  });
  try {
    const applied = await migrate(database);
    console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing to migrate.');
  } finally {
    await database.close();
  }
});
