/** The fields of an edit that were given: what is undefined stays as it is. */
export function said<T extends object>(edit: T): Partial<T> {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as Partial<T>;
}
