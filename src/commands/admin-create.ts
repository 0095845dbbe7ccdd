import { isEmail } from 'class-validator';
import type { Config } from '../config.ts';
import { migrate } from '../database/migrate.ts';
import { type Database, openDatabase } from '../database/orm.ts';
import { pendingMigrations } from '../database/pending-migrations.ts';
import { memoryBell } from '../events/memory-bell.ts';
import { appointAdmin } from '../people/appoint-admin.ts';
import { openPasswords } from '../people/passwords.ts';
import { ask } from './ask.ts';
import { configOrExit, databaseSettings } from './environment.ts';
import { run } from './run.ts';

await run(async () => {
  const config = configOrExit();
  const email = process.argv[2] ?? (await ask.line('E-mail address of the admin: '));
  if (!isEmail(email)) throw new Error(`${email || 'Nothing'} is not an e-mail address.`);
  const database = await openDatabase(databaseSettings(config, 'npm run admin:create'), {
    warn: console.warn,
  });
  try {
    await assertMigrated(database, config);
    const house = { em: database.em(), bell: memoryBell(), passwords: openPasswords(0)('this command') };
    const done = await appointAdmin(house, email, () => ask.secret('Password: '));
    console.log(sentence(done, email));
  } finally {
    await database.close();
  }
});

function sentence(done: Awaited<ReturnType<typeof appointAdmin>>, email: string): string {
  if (done === 'created') return `${email} is an admin of the platform and can sign in.`;
  return `${email} ${done === 'raised' ? 'is an admin of the platform from now on' : 'was an admin of the platform already'}.`;
}

/** As a start does it: in production nothing migrates by itself. */
async function assertMigrated(database: Database, { production }: Config): Promise<void> {
  if (!production) {
    await migrate(database);
    return;
  }
  const pending = await pendingMigrations(database);
  if (pending.length > 0) {
    throw new Error(`The database lacks ${pending.join(', ')}: run \`npm run migrate\` first.`);
  }
}
