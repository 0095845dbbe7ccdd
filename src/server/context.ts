import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/core';
import type { AuditDraft } from '../audit/audit-draft.ts';
import type { Bell } from '../events/bell.ts';
import type { Post } from '../mail/post.ts';
import type { Passwords } from '../people/passwords.ts';
import type { Seal } from '../seal.ts';
import { networkOf } from '../throttle/network-of.ts';
import type { Throttle } from '../throttle/throttle.ts';
import type { Context, HouseRules, Shared, Viewer } from '../viewer.ts';

export interface ContextOptions {
  em(): EntityManager;
  readonly bell: Bell;
  readonly post: Post;
  passwords(network: string): Passwords;
  readonly throttle: Throttle;
  readonly seal: Seal;
  readonly rules: HouseRules;
  readonly clock: () => Date;
  warn(message: string): void;
}

/** Makes a context: one per HTTP request, one per operation on a socket, one per live event. */
export type ContextFor = (viewer: Viewer, own?: Partial<Own>) => Context;

/** What differs from one context to the next. */
type Own = Pick<Context, 'requestId' | 'from' | 'languages' | 'memo' | 'connection' | 'keyInHeader'>;

export function contextMaker(house: ContextOptions): ContextFor {
  return (viewer, own = {}) => new RequestContext(viewer, house, own);
}

/** The manager is made when first asked for: a menu from memory needs none. */
class RequestContext implements Context {
  private own: EntityManager | null = null;
  shared: Shared | null = null;
  audit: Context['audit'] = null;
  retry: Context['retry'] = null;
  readonly replayed: string[] = [];

  readonly requestId: string;
  readonly from: Context['from'];
  readonly languages: Context['languages'];
  readonly memo: Context['memo'];
  readonly connection: Context['connection'];
  readonly keyInHeader: Context['keyInHeader'];
  readonly bell: Bell;
  readonly post: Post;
  readonly passwords: Passwords;
  readonly throttle: Throttle;
  readonly seal: Seal;
  readonly rules: HouseRules;
  readonly now: () => Date;
  readonly warn: (message: string) => void;
  private readonly fork: () => EntityManager;

  constructor(
    readonly viewer: Viewer,
    { em, bell, post, passwords, throttle, seal, rules, clock, warn }: ContextOptions,
    {
      requestId = randomUUID(),
      from = null,
      languages = [],
      memo = new Map(),
      connection = null,
      keyInHeader = null,
    }: Partial<Own>,
  ) {
    this.requestId = requestId;
    this.from = from;
    this.languages = languages;
    this.memo = memo;
    this.connection = connection;
    this.keyInHeader = keyInHeader;
    this.bell = bell;
    this.post = post;
    this.passwords = passwords(networkOf(from));
    this.throttle = throttle;
    this.seal = seal;
    this.rules = rules;
    this.now = clock;
    this.warn = warn;
    this.fork = em;
  }

  get em(): EntityManager {
    this.own ??= this.fork();
    return this.own;
  }

  under(audit: AuditDraft): Context {
    // Made by now, so that all fields have the same one.
    void this.em;
    return Object.create(this, { audit: { value: audit }, share: { value: this.share.bind(this) } });
  }

  async share<T extends object | null>(look: () => Promise<T>): Promise<T> {
    const about = await look();
    if (about) this.shared = { about, look };
    return about;
  }
}
