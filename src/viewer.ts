import type { EntityManager } from '@mikro-orm/core';
import { Refusal } from './errors.ts';
import type { Bell } from './events/bell.ts';
import type { Role } from './restaurants/role.ts';

/** A guest's stay, as its token says; whether it has ended stands in its row. */
export interface VisitClaim {
  readonly id: string;
  readonly restaurantId: string;
  readonly tableId: string | null;
}

/**
 * Who is asking. `crew` is nobody in person: the rights of a role in a restaurant,
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
    }
  | { readonly kind: 'crew'; readonly restaurantId: string; readonly role: Role };

/** What every verb and read is handed: who asks, and the means to answer. */
export interface Context {
  readonly viewer: Viewer;
  readonly em: EntityManager;
  readonly bell: Bell;
  readonly requestId: string;
  readonly rules: HouseRules;
  /** What this request, or every group's message of one event, has looked up already. Keys name the viewer where it matters. */
  readonly memo: Map<string, Promise<unknown>>;
}

/** Settings that verbs go by. */
export interface HouseRules {
  /** A visit ends after so many minutes without use. */
  readonly visitIdleMinutes: number;
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
export function remembered<T>({ memo }: Context, key: string, look: () => Promise<T>): Promise<T> {
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
    case 'crew':
      return `crew:${viewer.restaurantId}:${viewer.role}`;
  }
}
