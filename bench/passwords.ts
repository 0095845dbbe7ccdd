import { randomUUIDv7 } from 'node:crypto';
import { print } from 'graphql';
import { SignInDocument } from '../schema/operations.ts';
import { password } from '../src/people/password.ts';
import { Child } from './support/child.ts';
import { makeDatabase } from './support/database.ts';
import type { Finding } from './support/finding.ts';
import { get, load } from './support/load.ts';
import { median } from './support/median.ts';
import { ms } from './support/ms.ts';

const atOnce = 20;
const rounds = 5;
const least = 50;
const most = 100;
const bar = 50;
const secret = 'correct horse battery';

/** What a hash costs, and how long a health check takes while 20 people sign in, beside one while nobody does. */
export async function passwords(): Promise<Finding[]> {
  const costs: number[] = [];
  let passwordHash = '';
  for (let time = 0; time < 15; time += 1) {
    // Its CPU, so that a machine with other work says the same.
    const before = process.cpuUsage();
    passwordHash = await password.hash(secret);
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1000);
  }
  await using database = await makeDatabase();
  const people = Array.from({ length: atOnce }, (_, index) => `${index}@bench.example`);
  await database.write(
    'person',
    people.map((email) => ({
      id: randomUUIDv7(),
      email,
      email_key: email,
      name: 'Somebody',
      password_hash: passwordHash,
      created_at: new Date(),
      admin: false,
      verified_at: new Date(),
    })),
  );
  await using comanda = await Child.start('comanda', { databaseUrl: database.url });
  const query = print(SignInDocument);
  const posts = people.map((email) => ({
    body: JSON.stringify({ query, variables: { input: { email, password: secret } } }),
  }));
  const signIns = () => load(comanda.url, posts, atOnce);
  await signIns();
  const quiet = await healthDuring(comanda.url, () => new Promise((done) => setTimeout(done, 2_000)));
  const busy: number[] = [];
  for (let round = 0; round < rounds; round += 1) busy.push(...(await healthDuring(comanda.url, signIns)));
  const cost = median(costs);
  return [
    {
      text: `passwords: ${ms(cost)} of CPU a hash (bar ${least} to ${most} ms)`,
      reached: cost >= least && cost <= most,
    },
    {
      text: `passwords: while ${atOnce} sign in at once, 99 of 100 health checks take at most ${ms(p99(busy))} of ${busy.length} (bar ${bar} ms), while nobody does ${ms(p99(quiet))} of ${quiet.length}`,
      reached: p99(busy) <= bar,
    },
  ];
}

/** How long each health check took, one after the other, until `work` was done. */
async function healthDuring(graphql: string, work: () => Promise<void>): Promise<number[]> {
  const url = new URL('/health', graphql).toString();
  const took: number[] = [];
  let working = true;
  const worked = work().finally(() => {
    working = false;
  });
  while (working) {
    const begin = performance.now();
    await get(url);
    took.push(performance.now() - begin);
  }
  await worked;
  return took;
}

function p99(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length * 0.99) - 1]!;
}
