import { foldedAlias } from './folded-alias.ts';

export interface AliasFault {
  readonly index: number;
  readonly message: string;
}

/** What is wrong with an entry's aliases. Those of another entry may be the same: whoever says one is asked which is meant. */
export function aliasFaults(aliases: readonly string[]): AliasFault[] {
  const seen = new Set<string>();
  return aliases.flatMap((alias, index) => {
    // Nobody can say it, and the parser would find nothing in it to look for.
    if (!/[\p{L}\p{N}\p{So}]/u.test(alias))
      return [{ index, message: 'must have a letter, a digit or a sign' }];
    const folded = foldedAlias(alias);
    if (seen.has(folded)) return [{ index, message: 'is there twice' }];
    seen.add(folded);
    return [];
  });
}
