import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Bell } from '../../src/events/bell.ts';
import { memoryBell } from '../../src/events/memory-bell.ts';
import { redisBell } from '../../src/events/redis-bell.ts';
import { redisUrl, services } from '../support/services.ts';
import { askingUntil } from './asking-until.ts';
import { Ears } from './ears.ts';

/** Who rings and who listens: one process, or two. */
interface Bells {
  readonly ringer: Bell;
  readonly hearer: Bell;
}

const kinds: [string, () => Bells][] = [['the memory bell', () => alone(memoryBell())]];
if (services) {
  kinds.push(
    ['the Redis bell in one process', () => alone(onRedis(prefix()))],
    ['the Redis bell between processes', () => between(prefix())],
  );
}

function alone(bell: Bell): Bells {
  return { ringer: bell, hearer: bell };
}

function between(shared: string): Bells {
  return { ringer: onRedis(shared), hearer: onRedis(shared) };
}

function onRedis(shared: string): Bell {
  return redisBell({ url: redisUrl, prefix: shared, warn: () => {} });
}

function connected({ ringer, hearer }: Bells): Promise<void> {
  return askingUntil(async () => (await ringer.healthy()) && (await hearer.healthy()));
}

function prefix(): string {
  return `bell-contract-${randomUUID()}:`;
}

describe.each(kinds)('%s', (_, make) => {
  let ringer: Bell;
  let hearer: Bell;
  let stream: string;

  beforeEach(async () => {
    ({ ringer, hearer } = make());
    stream = randomUUID();
    await connected({ ringer, hearer });
  });

  afterEach(async () => {
    await ringer.close();
    await hearer.close();
  });

  test('a ring is heard, by everybody who listens', async () => {
    const all = [new Ears(), new Ears(), new Ears()];
    for (const { hear } of all) await hearer.listen(stream, hear);
    ringer.ring(stream);
    await Promise.all(all.map((ears) => ears.heard()));
    expect(all.map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  test('every ring is heard while nothing is wrong', async () => {
    const ears = new Ears();
    await hearer.listen(stream, ears.hear);
    for (let rung = 0; rung < 100; rung++) ringer.ring(stream);
    await ears.heard(100);
    expect(ears.count).toBe(100);
  });

  test('a ring is heard on its own stream only', async () => {
    const here = new Ears();
    const elsewhere = new Ears();
    await hearer.listen(stream, here.hear);
    await hearer.listen(randomUUID(), elsewhere.hear);
    ringer.ring(stream);
    await here.heard();
    expect(elsewhere.count).toBe(0);
  });

  test('whoever has stopped hears nothing more, not even what was rung just before', async () => {
    const gone = new Ears();
    const here = new Ears();
    const stop = await hearer.listen(stream, gone.hear);
    await hearer.listen(stream, here.hear);
    ringer.ring(stream);
    stop();
    ringer.ring(stream);
    await here.heard(2);
    expect(gone.count).toBe(0);
  });

  test('one that stops, twice even, silences nobody else', async () => {
    const here = new Ears();
    const stop = await hearer.listen(stream, () => {});
    await hearer.listen(stream, here.hear);
    stop();
    stop();
    ringer.ring(stream);
    await here.heard();
    expect(here.count).toBe(1);
  });

  test('the same function may listen twice, and stop once', async () => {
    const ears = new Ears();
    const stop = await hearer.listen(stream, ears.hear);
    await hearer.listen(stream, ears.hear);
    ringer.ring(stream);
    await ears.heard(2);
    stop();
    ringer.ring(stream);
    await ears.heard(3);
    expect(ears.count).toBe(3);
  });

  test('listening has begun when it says so', async () => {
    for (let round = 0; round < 30; round++) {
      const ears = new Ears();
      const own = randomUUID();
      const stop = await hearer.listen(own, ears.hear);
      ringer.ring(own);
      await ears.heard();
      stop();
    }
  });

  test('listening, stopping and listening again at once is not silent', async () => {
    for (let round = 0; round < 30; round++) {
      const ears = new Ears();
      const [stopFirst, stopSecond] = await Promise.all([
        hearer.listen(stream, () => {}),
        hearer.listen(stream, () => {}),
      ]);
      stopFirst();
      stopSecond();
      const again = hearer.listen(stream, ears.hear);
      ringer.ring(stream);
      const stop = await again;
      ringer.ring(stream);
      await ears.heard();
      stop();
    }
  });

  test('closing stops everybody, and later rings and listeners do no harm', async () => {
    const ears = new Ears();
    const stop = await hearer.listen(stream, ears.hear);
    ringer.ring(stream);
    await ears.heard();
    await hearer.close();
    ringer.ring(stream);
    hearer.ring(stream);
    const stopLate = await hearer.listen(stream, () => {});
    const other = make();
    const fence = new Ears();
    await connected(other);
    await other.hearer.listen(stream, fence.hear);
    other.ringer.ring(stream);
    await fence.heard();
    expect(ears.count).toBe(1);
    stop();
    stopLate();
    await other.ringer.close();
    await other.hearer.close();
  });
});
