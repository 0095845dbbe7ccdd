import type { EntityManager } from '@mikro-orm/core';
import type { Happening } from '../events/read-events.ts';
import { assertStanding } from '../people/assert-standing.ts';
import type { Credentials, Read, Tokens } from '../tokens.ts';
import type { Viewer } from '../viewer.ts';
import { admitApiKey } from './admit-api-key.ts';
import { apiKey } from './api-key.ts';

/** Tells who comes in, by either door, and who has to leave. */
export interface Door {
  /** Who shows these: nobody, a guest, a person whose session goes on, or a program with a key. Throws UNAUTHENTICATED. */
  admit(given: Credentials): Promise<Read>;
  /** The stream that says when a viewer who stays has to leave; null: none does. */
  streamOf(viewer: Viewer): string | null;
  /** The viewer from this event of that stream on. One who gains rights need not come in anew. */
  after(viewer: Viewer, event: Happening): Viewer;
  /** Whether this event of that stream is where it ends, or where it has to come in anew with other rights. */
  ends(viewer: Viewer, event: Happening): 'over' | 'anew' | null;
}

export function openDoor({ em, tokens }: { em(): EntityManager; tokens: Tokens }): Door {
  return {
    async admit(given) {
      const key = apiKey.read(given.authorization?.replace(/^bearer /i, '') ?? '');
      if (key) return admitApiKey(em(), key);
      const read = tokens.read(given);
      if (read.viewer.kind !== 'person') return read;
      const standing = await assertStanding(em(), read.viewer.sessionId);
      return { ...read, viewer: { ...read.viewer, ...standing } };
    },
    streamOf(viewer) {
      if (viewer.kind === 'person') return viewer.personId;
      return viewer.kind === 'service' ? viewer.restaurantId : null;
    },
    after(viewer, { kind }) {
      const gains = viewer.kind === 'person' && kind === 'account.second-factor-on';
      return gains ? { ...viewer, secondFactor: true } : viewer;
    },
    ends(viewer, { kind, subject }) {
      if (viewer.kind === 'service') {
        return (kind === 'key.revoked' && subject === viewer.keyId) || kind === 'restaurant.suspended'
          ? 'over'
          : null;
      }
      if (viewer.kind !== 'person') return null;
      if (kind === 'session.ended') return subject === viewer.sessionId ? 'over' : null;
      return kind === 'account.admin-changed' || kind === 'account.second-factor-off' ? 'anew' : null;
    },
  };
}
