import type { EntityManager } from '@mikro-orm/core';
import type { AuditDraft } from './audit/audit-draft.ts';
import { Refusal } from './errors.ts';
import type { Bell } from './events/bell.ts';
import type { Retry } from './events/retry.ts';
import type { Post } from './mail/post.ts';
import type { Passwords } from './people/passwords.ts';
import type { Role } from './restaurants/role.ts';
import type { Scope } from './restaurants/scope.ts';
import type { Seal } from './seal.ts';
import type { Throttle } from './throttle/throttle.ts';

/** A guest's stay, as its token says; whether it has ended stands in its row. */
export interface VisitClaim {
  readonly id: string;
  readonly restaurantId: string;
  readonly tableId: string | null;
}

/** What somebody may go by in a restaurant: a person's role, or a key's scopes. */
export interface Authority {
  readonly role: Role | null;
  readonly scopes: readonly Scope[];
  /** True: nothing of it is good before a second factor is set up. */
  readonly barred: boolean;
}

/**
 * Who is asking. `service` is a program with a key of one restaurant. `crew` is nobody in person: an authority in a restaurant,
 * with which one live event is executed for every screen that has them.
 */
export type Viewer =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'guest'; readonly visit: VisitClaim }
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly sessionId: string;
      readonly visit: VisitClaim | null;
      /** Of the whole platform: may in any restaurant what its owner may. */
      readonly admin: boolean;
      /** Has set one up. */
      readonly secondFactor: boolean;
    }
  | {
      readonly kind: 'service';
      readonly keyId: string;
      readonly restaurantId: string;
      readonly scopes: readonly Scope[];
    }
  | { readonly kind: 'crew'; readonly restaurantId: string; readonly authority: Authority };

/** What every verb and read is handed: who asks, and the means to answer. */
export interface Context {
  readonly viewer: Viewer;
  readonly em: EntityManager;
  readonly bell: Bell;
  readonly post: Post;
  readonly passwords: Passwords;
  readonly throttle: Throttle;
  /** Of what is kept of people that not even the database may read. */
  readonly seal: Seal;
  readonly requestId: string;
  /** The network address that asks; null where nobody in particular does. */
  readonly from: string | null;
  /** What it would rather read, the best first, in canonical form. */
  readonly languages: readonly string[];
  readonly rules: HouseRules;
  /** The moment, by the clock that the app was handed: opening hours, business days and windows go by it. */
  now(): Date;
  /** The audit's entry of what runs; null where none is kept. */
  audit: AuditDraft | null;
  /** The same request, with an entry for one of the fields that are read beside each other. */
  under(audit: AuditDraft): Context;
  /** The key of the mutation that runs, if it came with one and changes what is there. */
  retry: Retry | null;
  /** What the header `Idempotency-Key` says; null over a socket. */
  readonly keyInHeader: string | null;
  /** The fields of this answer that an earlier call with the same key had done already. */
  readonly replayed: string[];
  /** Into the log: ids and facts only. */
  warn(message: string): void;
  /** The socket that asks; null over HTTP. */
  readonly connection: Connection | null;
  /** What this request, or every group's message of one event, has looked up already. Keys name the viewer where it matters. */
  readonly memo: Map<string, Promise<unknown>>;
  /** Looks up what a field is all about when that is the same for everybody: one object until something changes, or null. */
  share<T extends object | null>(look: () => Promise<T>): Promise<T>;
  readonly shared: Shared | null;
}

export interface Connection {
  /** Goes on with a newer token of the same person or visit; answers with when that expires. Throws UNAUTHENTICATED or FORBIDDEN. */
  renew(authorization: string): Promise<Date | null>;
}

/** What an answer is about, and how to see whether it still is. */
export interface Shared {
  readonly about: object;
  look(): Promise<object | null>;
}

/** Settings that verbs go by. */
export interface HouseRules {
  /** A visit ends after so many minutes without use. */
  readonly visitIdleMinutes: number;
  /** Where people reach this server: links in letters begin with it. */
  readonly publicUrl: string;
  /** Owners and admins of the platform act only with a second factor, whatever a restaurant says. */
  readonly requireSecondFactor: boolean;
}

/** The person asking. Throws UNAUTHENTICATED for everybody else. */
export function signedIn({ viewer }: Context): string {
  if (viewer.kind !== 'person') throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
  return viewer.personId;
}

/** The visit a guest or person holds at this restaurant, if any. */
export function visitAt({ viewer }: Context, restaurantId: string): VisitClaim | null {
  const visit = viewer.kind === 'guest' || viewer.kind === 'person' ? viewer.visit : null;
  return visit?.restaurantId === restaurantId ? visit : null;
}

/** Looks something up once per request. */
export function remembered<T>(
  { memo }: Pick<Context, 'memo'>,
  key: string,
  look: () => Promise<T>,
): Promise<T> {
  const known = memo.get(key) as Promise<T> | undefined;
  if (known) return known;
  const found = look();
  memo.set(key, found);
  return found;
}

/** Tells viewers apart: for idempotency keys. */
export function viewerKey(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'guest':
      return `visit:${viewer.visit.id}`;
    case 'person':
      return `person:${viewer.personId}`;
    case 'service':
      return `key:${viewer.keyId}`;
    case 'crew':
      return `crew:${viewer.restaurantId}`;
  }
}
