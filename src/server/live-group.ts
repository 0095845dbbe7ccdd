import { setTimeout as rest } from 'node:timers/promises';
import type { Happening } from '../events/read-events.ts';
import type { Outlet } from './live.ts';
import { outOfReach } from './out-of-reach.ts';

/** A screen that has caught up. */
export interface Member {
  /** The last number it has been given, or that was not for it. */
  last: number;
  readonly outlet: Outlet;
  concerns(event: Happening): boolean;
}

/** Why a member left: it fell behind, its rights may have changed, the database was out of reach, or nobody listens any more. */
export type Leaving = 'behind' | 'concerned' | 'interrupted' | 'ended';

/** What a group's members have in common. */
export interface Shared {
  delivers(event: Happening): boolean;
  /** The message, of all events from the first up to this one, as the text of an execution result. */
  execute(event: Happening, first: Happening): Promise<string>;
  /** See LiveTopic. */
  readonly gatherMs: number | undefined;
}

const longestQueue = 1_000;

/** Screens that see the same: each event is executed and serialised once, in order, and the text goes to all. */
export class LiveGroup {
  private readonly members = new Map<Member, { leave(why: Leaving): void; fail(error: unknown): void }>();
  private readonly queue: Happening[] = [];
  private pumping = false;

  constructor(private readonly shared: Shared) {}

  get empty(): boolean {
    return this.members.size === 0;
  }

  /** Resolves when the member leaves; `member.last` says up to where it was served. Rejects when an event cannot be executed. */
  join(member: Member, ended: AbortSignal): Promise<Leaving> {
    if (ended.aborted) return Promise.resolve('ended');
    return new Promise((resolve, reject) => {
      const done = (): void => {
        this.members.delete(member);
        ended.removeEventListener('abort', onEnd);
      };
      const onEnd = (): void => handle.leave('ended');
      const handle = {
        leave: (why: Leaving) => {
          done();
          resolve(why);
        },
        fail: (error: unknown) => {
          done();
          reject(error);
        },
      };
      ended.addEventListener('abort', onEnd);
      this.members.set(member, handle);
    });
  }

  push(events: readonly Happening[]): void {
    this.queue.push(...events);
    if (this.queue.length > longestQueue) {
      this.queue.length = 0;
      for (const handle of [...this.members.values()]) handle.leave('behind');
    }
    if (!this.pumping) void this.pump();
  }

  private async pump(): Promise<void> {
    this.pumping = true;
    for (let event = this.queue.shift(); event; event = this.queue.shift()) {
      this.dismissConcerned(event);
      if (this.empty) continue;
      if (!this.shared.delivers(event)) {
        for (const member of this.members.keys()) member.last = Math.max(member.last, event.number);
        continue;
      }
      const last = this.gathered(event);
      try {
        this.deliver(last, await this.shared.execute(last, event));
      } catch (error) {
        this.part(last, error);
      }
      if (this.shared.gatherMs) await rest(this.shared.gatherMs, undefined, { ref: false });
    }
    this.pumping = false;
  }

  /** The last event that is told with this one. What may change somebody's rights comes between: nothing after it is told before that is looked at. */
  private gathered(event: Happening): Happening {
    if (this.shared.gatherMs === undefined) return event;
    let last = event;
    for (let [next] = this.queue; next && !this.concernsSome(next); [next] = this.queue) {
      this.queue.shift();
      if (this.shared.delivers(next)) last = next;
    }
    return last;
  }

  private concernsSome(event: Happening): boolean {
    return [...this.members.keys()].some((member) => member.concerns(event));
  }

  private dismissConcerned(event: Happening): void {
    for (const [member, handle] of [...this.members]) {
      if (member.last >= event.number || !member.concerns(event)) continue;
      member.last = event.number;
      handle.leave('concerned');
    }
  }

  /** Whoever was to get the event leaves: to catch up with it when the database is back, or with what is wrong with it. */
  private part({ number }: Happening, error: unknown): void {
    for (const [member, handle] of [...this.members]) {
      if (member.last >= number) continue;
      if (outOfReach(error)) handle.leave('interrupted');
      else handle.fail(error);
    }
  }

  private deliver({ number }: Happening, payload: string): void {
    for (const [member, handle] of this.members) {
      if (member.last >= number) continue;
      member.last = number;
      if (!member.outlet.send(payload)) handle.leave('behind');
    }
  }
}
