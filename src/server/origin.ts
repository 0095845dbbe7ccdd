/**
 * Whether a page of this origin may talk to us, by HTTP or socket. No origin means no browser; the own host is always welcome.
 * `*` among the allowed ones lets every page in.
 */
export function originAllowed(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  if (!origin) return true;
  if (allowed.includes('*') || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
