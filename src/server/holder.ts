import type { WebSocket } from 'ws';
import { Refusal } from '../errors.ts';
import type { Follower, Watch } from '../events/follow.ts';
import type { Door } from '../restaurants/door.ts';
import type { Credentials, Read } from '../tokens.ts';
import type { Viewer } from '../viewer.ts';
import { closeCodes } from './close-codes.ts';

/** Whoever is behind a socket. Closes it when its token expires, its session has ended, or its key was revoked, on whatever process. */
export class Holder {
  viewer: Viewer = { kind: 'anonymous' };
  private expiry: NodeJS.Timeout | null = null;
  private watch: Watch | null = null;
  private gone = false;

  constructor(
    private readonly socket: WebSocket,
    private readonly door: Door,
    private readonly follower: Follower,
  ) {}

  /** Lets somebody in and answers with when the token expires. Throws UNAUTHENTICATED. */
  async admit(given: Credentials): Promise<Date | null> {
    this.viewer = (await this.door.admit(given)).viewer;
    const stream = this.door.streamOf(this.viewer);
    if (!stream) return this.holdUntil(await this.door.admit(given));
    const watch = await this.follower.watch(stream, (events) => {
      for (const event of events) {
        this.viewer = this.door.after(this.viewer, event);
        this.leave(this.door.ends(this.viewer, event));
      }
    });
    if (this.gone) watch.stop();
    this.watch = watch;
    // Asked again now that every end is heard of, or one between asking and listening would not be.
    return this.holdUntil(await this.door.admit(given));
  }

  /** The same person or visit with a newer token; what runs goes on. Throws UNAUTHENTICATED or FORBIDDEN. */
  async renew(authorization: string): Promise<Date | null> {
    const next = await this.door.admit({ authorization });
    if (!isSame(this.viewer, next.viewer)) {
      throw new Refusal('FORBIDDEN', 'A connection goes on for the same person or visit only.');
    }
    const visit = this.viewer.kind === 'person' ? this.viewer.visit : null;
    const held = (read: Read): Date | null =>
      this.holdUntil(read.viewer.kind === 'person' ? { ...read, viewer: { ...read.viewer, visit } } : read);
    held(next);
    // Asked again now that the end of this session is the one that is heard, or one just before would not be.
    return held(await this.door.admit({ authorization }));
  }

  release(): void {
    this.gone = true;
    if (this.expiry) clearTimeout(this.expiry);
    this.watch?.stop();
  }

  private holdUntil({ viewer, expiresAt }: Read): Date | null {
    this.viewer = viewer;
    if (this.expiry) clearTimeout(this.expiry);
    if (!expiresAt || this.gone) return expiresAt;
    const close = (): void => this.socket.close(closeCodes.unauthorized, 'The token has expired');
    this.expiry = setTimeout(close, Math.min(expiresAt.getTime() - Date.now(), longestTimer));
    return expiresAt;
  }

  private leave(how: 'over' | 'anew' | null): void {
    if (how === 'over') this.socket.close(closeCodes.forbidden, 'The session has ended');
    if (how === 'anew') this.socket.close(closeCodes.restart, 'The rights have changed: connect again');
  }
}

function isSame(one: Viewer, other: Viewer): boolean {
  if (one.kind === 'person' && other.kind === 'person') return one.personId === other.personId;
  return one.kind === 'guest' && other.kind === 'guest' && one.visit.id === other.visit.id;
}

/** Node fires a timer at once when it is longer; a key's socket is then closed early, and comes back. */
const longestTimer = 2 ** 31 - 1;
