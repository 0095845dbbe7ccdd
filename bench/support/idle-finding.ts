import { execFileSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { Child } from './child.ts';
import type { Finding } from './finding.ts';
import { median } from './median.ts';
import { ms } from './ms.ts';
import { Screens } from './screens.ts';

const bar = 0.15;
const screensEach = 10;
const times = 7;
const filesWanted = 6_000;

export interface IdleOptions {
  readonly comanda: Child & { url: string };
  readonly token: string;
  /** Restaurants where nothing happens. */
  readonly elsewhere: readonly string[];
  /** Makes so many events happen. */
  happen(): Promise<void>;
  readonly events: number;
}

/** What idle screens of other restaurants add to an event's cost. Measured without, with and without them again. */
export async function idleFinding({
  comanda,
  token,
  elsewhere,
  happen,
  events,
}: IdleOptions): Promise<Finding> {
  const restaurants = elsewhere.flatMap((id) => Array<string>(screensEach).fill(id));
  const files = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }));
  if (files < filesWanted) {
    const text = `live: not measured among ${restaurants.length} idle screens: ulimit -n is ${files}, ${filesWanted} are wanted`;
    return { text, reached: null };
  }

  /** Polling and pings go on without events, so what the same time costs when nothing happens is taken off. */
  const costs = async (): Promise<number[]> => {
    const idleMs = 3_000;
    const idle = (await comanda.cpuDuring(() => setTimeout(idleMs))) / idleMs;
    const found: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const start = performance.now();
      const spent = await comanda.cpuDuring(happen);
      found.push((spent - idle * (performance.now() - start)) / events);
    }
    return found;
  };

  const before = await costs();
  const idle = new Screens();
  await idle.open(comanda.url, token, restaurants);
  const among = median(await costs());
  await idle[Symbol.asyncDispose]();
  const alone = median([...before, ...(await costs())]);
  const more = among / alone - 1;
  return {
    text: `live: an event ${ms(alone)}, among ${restaurants.length} idle screens of ${elsewhere.length} other restaurants ${ms(among)} → ${(more * 100).toFixed(1)} % more (bar ${bar * 100} %)`,
    reached: more < bar,
  };
}
