import { randomUUIDv7 } from 'node:crypto';
import type { Issued, Tokens } from '../tokens.ts';
import type { Person } from './person.entity.ts';

/** A token for a device whose user has just shown to be this person: with it no stranger's guesses make them wait. */
export function knownDevice(
  tokens: Tokens,
  { id: personId, deviceGeneration: generation }: Pick<Person, 'id' | 'deviceGeneration'>,
  id: string = randomUUIDv7(),
): Issued {
  return tokens.device({ id, personId, generation });
}
