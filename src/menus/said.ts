const clearable = ['description', 'image', 'taxClass', 'station'];

/** The fields of an edit that were given. Null clears what an entry may be without, and says nothing for the rest. */
export function said<T extends object>(edit: T): Partial<T> {
  const given = Object.entries(edit).filter(
    ([name, value]) => value !== undefined && (value !== null || clearable.includes(name)),
  );
  return Object.fromEntries(given) as Partial<T>;
}
