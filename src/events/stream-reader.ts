import type { EntityManager } from '@mikro-orm/core';
import { rows } from '../database/rows.ts';
import { sql } from '../database/sql.ts';
import type { Bell } from './bell.ts';
import { type Happening, readEvents } from './read-events.ts';

const batch = 500;

/**
 * Reads one stream for a whole process. It listens to the bell first and learns its position after, so nothing falls between;
 * rings that come while it opens or reads coalesce into one more read. A read that fails is left to the next ring or the timer.
 * One that could not be opened stays broken: its follower drops it and makes another.
 */
export class StreamReader {
  /** The last number read, and handed to everybody who watched then. */
  position = 0;
  private readonly hearers = new Set<(events: readonly Happening[]) => void>();
  private waiting = 0;
  private ready = false;
  private reading = false;
  private rung = false;
  private opened: Promise<void> | null = null;
  private stopListening: (() => void) | null = null;
  private closed = false;

  constructor(
    private readonly stream: string,
    private readonly em: () => EntityManager,
    private readonly bell: Bell,
    private readonly warn: (message: string) => void,
  ) {}

  get idle(): boolean {
    return this.hearers.size === 0 && this.waiting === 0;
  }

  async watch(hear: (events: readonly Happening[]) => void): Promise<{ stop(): void }> {
    this.waiting += 1;
    try {
      this.opened ??= this.open();
      await this.opened;
    } finally {
      this.waiting -= 1;
    }
    const own = (events: readonly Happening[]) => hear(events);
    this.hearers.add(own);
    return { stop: () => this.hearers.delete(own) };
  }

  /** The timer's way in: reads only when there is something it does not have. */
  readUpTo(last: number): void {
    if (last > this.position) this.ring();
  }

  close(): void {
    this.closed = true;
    this.stopListening?.();
  }

  private async open(): Promise<void> {
    const stop = await this.bell.listen(this.stream, () => this.ring());
    this.stopListening = stop;
    if (this.closed) stop();
    const [row] = await rows<{ last_number: string }>(
      this.em(),
      sql`select last_number from event_stream where id = ${this.stream}`,
    );
    this.position = Number(row?.last_number ?? 0);
    this.ready = true;
    if (this.rung) this.ring();
  }

  /** Before it knows its position it only remembers: reading then would read the whole log. */
  private ring(): void {
    this.rung = true;
    if (this.ready && !this.reading && !this.closed) void this.read();
  }

  private async read(): Promise<void> {
    this.reading = true;
    try {
      while (this.rung && !this.closed) {
        this.rung = false;
        const events = await readEvents(this.em(), this.stream, this.position, batch);
        const last = events.at(-1);
        if (!last || this.closed) continue;
        this.position = last.number;
        for (const hear of this.hearers) hear(events);
        if (events.length === batch) this.rung = true;
      }
    } catch (error) {
      this.warn(`Stream ${this.stream} could not be read: ${(error as Error).message}`);
    } finally {
      this.reading = false;
    }
  }
}
