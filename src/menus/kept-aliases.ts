import { Refusal } from '../errors.ts';
import { aliasFaults } from './alias-faults.ts';
import { tidyAliases } from './tidy-aliases.ts';

/** Aliases of one entry as they are kept. Throws BAD_USER_INPUT for one that is there twice or that nobody can say. */
export function keptAliases(aliases: readonly string[]): string[] {
  const kept = tidyAliases(aliases);
  const fields = aliasFaults(kept).map(({ index, message }) => ({
    path: `input.aliases.${index}`,
    message: `It ${message}`,
  }));
  const detail = fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
  if (fields.length > 0) throw new Refusal('BAD_USER_INPUT', detail.slice(0, 500), { fields });
  return kept;
}
