import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignInDocument } from '../../schema/operations.ts';
import type { DemoSecrets } from '../database/seed.ts';
import { type Client, openClient } from './client.ts';

/** A member of the demo's staff, signed in with what its data folder says. */
export async function demoClient(url: string, dataDir: string, email: string): Promise<Client> {
  await assertServerAnswers(url);
  const password = passwordOf(email, dataDir);
  const { signIn } = await openClient(url)
    .ask(SignInDocument, { input: { email, password } })
    .catch((error: Error) => {
      throw new Error(
        `The server at ${url} refuses ${email} with the password in ${dataDir}: does it use this data folder? (${error.message})`,
      );
    });
  return openClient(url, { accessToken: signIn.accessToken });
}

async function assertServerAnswers(url: string): Promise<void> {
  const healthy = await fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!healthy) throw new Error(`No server answers at ${url}: start it with \`npm start\`.`);
}

function passwordOf(email: string, dataDir: string): string {
  const file = join(dataDir, 'demo.json');
  if (!existsSync(file)) {
    throw new Error(
      `There are no demo sign-ins in ${dataDir}: \`npm start\` makes the demo restaurant and keeps them there.`,
    );
  }
  const { passwords } = JSON.parse(readFileSync(file, 'utf8')) as DemoSecrets;
  return passwords[email]!;
}
