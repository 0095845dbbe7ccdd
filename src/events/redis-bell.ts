import { randomUUID } from 'node:crypto';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis, type RedisOptions } from 'ioredis';
import type { Bell } from './bell.ts';
import { memoryBell } from './memory-bell.ts';

export interface RedisBellOptions {
  readonly url: string;
  /** Keeps two deployments on one Redis from hearing each other. */
  readonly prefix: string;
  warn(message: string): void;
}

/**
 * The bell of any number of processes. Rings of this process reach its own listeners directly, the others' through Redis;
 * so a Redis that is gone costs other processes the ring, and the timer still delivers. After every reconnect everybody hears once.
 */
export function redisBell({ url, prefix, warn }: RedisBellOptions): Bell {
  const own = memoryBell();
  const self = randomUUID();
  const publisher = connect(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 1_000,
  });
  const subscriber = connect(url, { maxRetriesPerRequest: null });
  const pubSub = new RedisPubSub({ publisher, subscriber });
  const hearers = new Set<() => void>();
  for (const client of [publisher, subscriber]) client.on('error', once(warn, client));
  subscriber.on('ready', () => {
    for (const hear of hearers) hear();
  });

  return {
    ring(stream) {
      own.ring(stream);
      pubSub.publish(channel(prefix, stream), self).catch(() => {});
    },
    async listen(stream, hear) {
      const stopOwn = await own.listen(stream, hear);
      hearers.add(hear);
      const subscribed = pubSub.subscribe(channel(prefix, stream), (sender: string) => {
        if (sender !== self) hear();
      });
      // Without Redis this would wait for ever; `ready` makes up for what is missed meanwhile.
      await Promise.race([subscribed, down(subscriber)]);
      return () => {
        stopOwn();
        hearers.delete(hear);
        subscribed.then((id) => pubSub.unsubscribe(id)).catch(() => {});
      };
    },
    async healthy() {
      return publisher.ping().then(
        () => subscriber.status === 'ready',
        () => false,
      );
    },
    async close() {
      hearers.clear();
      publisher.disconnect();
      subscriber.disconnect();
      await own.close();
    },
  };
}

function connect(url: string, options: RedisOptions): Redis {
  return new Redis(url, {
    ...options,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 1_000),
  });
}

function channel(prefix: string, stream: string): string {
  return `${prefix}bell:${stream}`;
}

/** Resolves when the connection is not there, at once or when it breaks. */
function down(client: Redis): Promise<void> {
  if (client.status !== 'ready' && client.status !== 'connect' && client.status !== 'connecting')
    return Promise.resolve();
  return new Promise((resolve) => {
    client.once('close', resolve);
  });
}

/** One line for an outage, however many attempts fail during it. */
function once(warn: (message: string) => void, client: Redis): (error: Error) => void {
  let said = false;
  client.on('ready', () => {
    said = false;
  });
  return (error) => {
    if (!said) warn(`Redis is out of reach (${error.message}); the timer delivers meanwhile.`);
    said = true;
  };
}
