/** Whether PostgreSQL can keep every text in a value: U+0000 and half of a surrogate pair it cannot. */
export function keepable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(keepable);
}
