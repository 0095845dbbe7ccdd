import { fold } from '../fold.ts';

/** What two aliases that are the same to the parser have in common. */
export function foldedAlias(alias: string): string {
  return fold(alias).replace(/[\s\p{P}]/gu, '');
}
