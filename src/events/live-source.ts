import { Refusal } from '../errors.ts';
import type { Context } from '../viewer.ts';
import type { Happening } from './read-events.ts';

/** What a subscription follows. A resolver's `subscribe` checks access and returns one; the server drives it. */
export interface LiveTopic<Rights> {
  readonly stream: string;
  readonly topic: string;
  /** Only events about this thing; all of the topic otherwise. */
  readonly subject?: string;
  /** The last number the client holds, or null for a snapshot. */
  readonly after: number | null;
  /**
   * Only how it stands in the end is told: what happens while a message is made, or within so many milliseconds after it, is one
   * message, of the last event. Left out: every event has its own.
   */
  readonly gatherMs?: number;
  /** Whether this event may change what the viewer may see. */
  concerns(event: Happening): boolean;
  /**
   * With what rights its events are executed, as it is now, in a fresh context of the viewer; throws when it may not watch.
   * Asked when the stream begins or starts over, and after each event that concerns it.
   * Subscriptions of equal document, variables and rights are executed once.
   */
  rights(ctx: Context): Promise<Rights>;
}

export type Verdict = 'SNAPSHOT' | 'RESUMED' | 'RESET';

/** The root value of every message of a live subscription. */
export interface LiveMessage {
  /** On the first message, and when the stream starts over; null on an event. */
  readonly verdict: Verdict | null;
  readonly number: number;
  /** The number of the event before it in this subscription: the client has missed nothing while previous ≤ what it holds < number. */
  readonly previous: number;
  readonly event: Happening | null;
}

export class LiveSource<Rights = unknown> implements AsyncIterable<LiveMessage> {
  constructor(readonly what: LiveTopic<Rights>) {}

  delivers({ topic, subject }: Happening): boolean {
    return topic === this.what.topic && (this.what.subject === undefined || subject === this.what.subject);
  }

  /** Of one event, or of all from the first up to this one. */
  message(event: Happening, first = event): LiveMessage {
    const previous = this.what.subject === undefined ? first.previous : first.subjectPrevious;
    return { verdict: null, number: event.number, previous, event };
  }

  [Symbol.asyncIterator](): AsyncIterator<LiveMessage> {
    throw new Refusal('OPERATION_RESOLUTION_FAILURE', 'Subscriptions run over the WebSocket.');
  }
}
