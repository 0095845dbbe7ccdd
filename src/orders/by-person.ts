import type { Context } from '../viewer.ts';

/** The person who does something; null: a program with a key. */
export function byPerson({ viewer }: Context): string | null {
  return viewer.kind === 'person' ? viewer.personId : null;
}
