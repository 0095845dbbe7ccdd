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

/** One stream's subscription at Redis, shared by every listener of the process. */
interface Channel {
  listeners: number;
  /** What the engine calls it; null until Redis has answered. */
  id: number | null;
  /** Somebody no longer waits for the answer, and so has to hear when it comes. */
  late: boolean;
  readonly answered: Promise<void>;
}

/** A Redis that is there but silent must not keep a screen from its snapshot. */
const patienceMs = 1_000;

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
    commandTimeout: patienceMs,
  });
  const subscriber = connect(url, { maxRetriesPerRequest: null });
  const pubSub = new RedisPubSub({ publisher, subscriber: unfailing(subscriber, warn) });
  const channels = new Map<string, Channel>();
  for (const client of [publisher, subscriber]) client.on('error', once(warn, client));
  subscriber.on('ready', () => {
    const before = [...channels].filter(([, { id }]) => id !== null);
    // The answer comes after those to the subscriptions that go out again with the connection: from then on rings are heard.
    subscriber.ping().then(
      () => {
        for (const [stream] of before) own.ring(stream);
      },
      () => {},
    );
  });

  function open(stream: string): Channel {
    const hear = (sender: string): void => {
      if (sender !== self) own.ring(stream);
    };
    const answered = pubSub.subscribe(`${prefix}bell:${stream}`, hear).then((id) => {
      channel.id = id;
      if (channel.late) own.ring(stream);
      closeIfIdle(stream, channel);
    });
    const channel: Channel = { listeners: 0, id: null, late: false, answered };
    channels.set(stream, channel);
    return channel;
  }

  /** A channel that Redis has not answered for stays, so that however many come and go meanwhile it is asked for once. */
  function closeIfIdle(stream: string, { listeners, id }: Channel): void {
    if (listeners > 0 || id === null) return;
    channels.delete(stream);
    pubSub.unsubscribe(id);
  }

  return {
    ring(stream) {
      own.ring(stream);
      pubSub.publish(`${prefix}bell:${stream}`, self).catch(() => {});
    },
    async listen(stream, hear) {
      const stopOwn = await own.listen(stream, hear);
      const channel = channels.get(stream) ?? open(stream);
      channel.listeners += 1;
      if (channel.id === null && !channel.late) await answerOrOutage(channel.answered, subscriber);
      if (channel.id === null) channel.late = true;
      let listening = true;
      return () => {
        if (!listening) return;
        listening = false;
        stopOwn();
        channel.listeners -= 1;
        closeIfIdle(stream, channel);
      };
    },
    async healthy() {
      return publisher.ping().then(
        () => subscriber.status === 'ready',
        () => false,
      );
    },
    async close() {
      channels.clear();
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

/**
 * What the engine needs of a subscriber. It leaves what becomes of these calls to nobody, and a rejection that nobody
 * handles ends the process; so none rejects. One that Redis refuses counts as answered: the timer delivers.
 */
function unfailing(subscriber: Redis, warn: (message: string) => void): Redis {
  const refused = (error: Error): void => {
    if (subscriber.status === 'ready') warn(`Redis refuses the bell: ${error.message}`);
  };
  return {
    on: (event: string, hear: (...args: unknown[]) => void) => subscriber.on(event, hear),
    subscribe: (channel: string, done: () => void) =>
      subscriber
        .subscribe(channel)
        .catch(refused)
        .then(() => done()),
    unsubscribe: (channel: string) => subscriber.unsubscribe(channel).catch(refused),
    punsubscribe: async () => {},
  } as unknown as Redis;
}

/** Resolves with the answer, or when the connection is not there, breaks, or stays silent. */
function answerOrOutage(answered: Promise<void>, client: Redis): Promise<void> {
  if (!['ready', 'connect', 'connecting'].includes(client.status)) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(patience);
      client.off('close', done);
      resolve();
    };
    const patience = setTimeout(done, patienceMs);
    client.once('close', done);
    answered.then(done);
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
