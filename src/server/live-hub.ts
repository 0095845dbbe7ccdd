import type { Follower, Watch } from '../events/follow.ts';
import { type Leaving, LiveGroup, type Member, type Shared } from './live-group.ts';

/** One stream's screens in this process. */
export interface LiveHub {
  /** The last number read of the stream. A member whose last is this may join in the same turn and misses nothing. */
  readonly position: number;
  join(key: string, member: Member, ended: AbortSignal, shared: Shared): Promise<Leaving>;
  leave(): void;
}

/** Opens one watch per stream however many screens enter, and closes it when the last has left. */
export class LiveHubs {
  private readonly open = new Map<string, Hub>();

  constructor(private readonly follower: Follower) {}

  async enter(stream: string): Promise<LiveHub> {
    const hub = this.open.get(stream) ?? new Hub(this.follower, stream, () => this.open.delete(stream));
    this.open.set(stream, hub);
    return hub.enter();
  }
}

class Hub {
  private readonly groups = new Map<string, LiveGroup>();
  private readonly watching: Promise<Watch>;
  private inside = 0;

  constructor(
    follower: Follower,
    stream: string,
    private readonly closed: () => void,
  ) {
    this.watching = follower.watch(stream, (events) => {
      for (const group of this.groups.values()) group.push(events);
    });
  }

  async enter(): Promise<LiveHub> {
    this.inside += 1;
    let watch: Watch;
    try {
      watch = await this.watching;
    } catch (error) {
      this.leave(null);
      throw error;
    }
    return {
      get position() {
        return watch.position;
      },
      join: (key, member, ended, shared) => this.join(key, member, ended, shared),
      leave: () => this.leave(watch),
    };
  }

  private async join(key: string, member: Member, ended: AbortSignal, shared: Shared): Promise<Leaving> {
    const group = this.groups.get(key) ?? new LiveGroup(shared);
    this.groups.set(key, group);
    try {
      return await group.join(member, ended);
    } finally {
      if (group.empty && this.groups.get(key) === group) this.groups.delete(key);
    }
  }

  private leave(watch: Watch | null): void {
    this.inside -= 1;
    if (this.inside > 0) return;
    watch?.stop();
    this.closed();
  }
}
