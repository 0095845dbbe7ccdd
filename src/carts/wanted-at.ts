/**
 * The moment that a cart's dishes are judged and ordered by: a wish that has passed is none. Wishes come as the database writes them,
 * too.
 */
export function wantedAt(wish: Date | string | null, now: Date): Date {
  const at = wish ? new Date(wish) : now;
  return at > now ? at : now;
}
