import type { EntityManager } from '@mikro-orm/core';
import { rows } from '../database/rows.ts';
import { sql } from '../database/sql.ts';
import type { Bell } from './bell.ts';
import { type Happening, readEvents } from './read-events.ts';
import { StreamReader } from './stream-reader.ts';

export interface FollowerOptions {
  em(): EntityManager;
  readonly bell: Bell;
  /** How often all followed streams are asked for news when no ring came, in milliseconds: the longest anything is stale. */
  readonly everyMs: number;
  warn(message: string): void;
}

export interface Watch {
  /** The last number this process has read of the stream; it has been handed to every watcher. */
  readonly position: number;
  stop(): void;
}

/** The first and last number a stream's log holds; `oldest` is last + 1 when it holds none. */
export interface Span {
  readonly oldest: number;
  readonly last: number;
}

/** Follows any number of streams for one process: each stream is read once, however many watch it. */
export interface Follower {
  /**
   * Hands over every event after the returned watch's first position: in order, each once, in batches.
   * `hear` must be quick and must not throw. While the database is out of reach nothing comes; nothing is lost either.
   */
  watch(stream: string, hear: (events: readonly Happening[]) => void): Promise<Watch>;
  /** The events after a number, read for one watcher that has to catch up. Rejects when the database is out of reach. */
  after(stream: string, number: number, limit: number): Promise<Happening[]>;
  span(stream: string): Promise<Span>;
  close(): Promise<void>;
}

export function openFollower({ em, bell, everyMs, warn }: FollowerOptions): Follower {
  const readers = new Map<string, StreamReader>();
  let closed = false;
  let timer = setTimeout(tick, everyMs);

  async function tick(): Promise<void> {
    await askForNews().catch((error: Error) =>
      warn(`The followed streams could not be read: ${error.message}`),
    );
    if (!closed) timer = setTimeout(tick, everyMs);
  }

  async function askForNews(): Promise<void> {
    if (readers.size === 0) return;
    const news = await rows<{ id: string; last_number: string }>(
      em(),
      sql`select id, last_number from event_stream where id = any(${[...readers.keys()]}::uuid[])`,
    );
    for (const { id, last_number } of news) readers.get(id)?.readUpTo(Number(last_number));
  }

  function drop(stream: string, reader: StreamReader): void {
    if (readers.get(stream) === reader) readers.delete(stream);
    reader.close();
  }

  return {
    async watch(stream, hear) {
      const reader = readers.get(stream) ?? new StreamReader(stream, em, bell, warn);
      readers.set(stream, reader);
      const watch = await reader.watch(hear).catch((error: unknown) => {
        drop(stream, reader);
        throw error;
      });
      return {
        get position() {
          return reader.position;
        },
        stop() {
          watch.stop();
          if (reader.idle) drop(stream, reader);
        },
      };
    },
    after: (stream, number, limit) => readEvents(em(), stream, number, limit),
    async span(stream) {
      const [row] = await rows<{ last: string | null; oldest: string | null }>(
        em(),
        sql`
        select (select last_number from event_stream where id = ${stream}) as last,
               (select min(number) from event where stream = ${stream}) as oldest`,
      );
      const last = Number(row?.last ?? 0);
      return { last, oldest: row?.oldest ? Number(row.oldest) : last + 1 };
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      for (const reader of readers.values()) reader.close();
      readers.clear();
    },
  };
}
