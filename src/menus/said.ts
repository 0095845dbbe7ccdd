/** The fields of an edit that were given. Null says "none" for a description and nothing for the rest. */
export function said<T extends object>(edit: T): Partial<T> {
  const given = Object.entries(edit).filter(
    ([name, value]) => value !== undefined && (value !== null || name === 'description'),
  );
  return Object.fromEntries(given) as Partial<T>;
}
