import { openDatabase } from '../database/orm.ts';
import { seedDemo } from '../database/seed.ts';
import { demoFile } from './demo-file.ts';
import { configOrExit, databaseSettings } from './environment.ts';
import { run } from './run.ts';

await run(async () => {
  const config = configOrExit();
  if (config.production) throw new Error('The demo restaurant is not for production.');
  const database = await openDatabase(databaseSettings(config, 'npm run seed'), { warn: console.warn });
  try {
    const made = await seedDemo(database.em(), demoFile(config.dataDir));
    console.log(made === 'made' ? 'The demo restaurant is ready.' : 'The demo restaurant was there already.');
  } finally {
    await database.close();
  }
});
