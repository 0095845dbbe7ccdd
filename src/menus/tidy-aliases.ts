/** Aliases as they are kept: without white space around them, and one blank between their words. */
export function tidyAliases(aliases: readonly string[]): string[] {
  return aliases.map((alias) => alias.trim().replace(/\s+/g, ' '));
}
