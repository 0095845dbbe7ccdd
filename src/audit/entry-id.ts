import { randomUUIDv7 } from 'node:crypto';

/** A new id and the time in it. */
export function entryId(): { id: string; at: Date } {
  const id = randomUUIDv7();
  return { id, at: new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)) };
}
