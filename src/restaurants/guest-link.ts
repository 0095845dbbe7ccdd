/** Where a printed code leads: to a table, or without its code to the counter. */
export function guestLink(publicUrl: string, slug: string, tableCode: string | null): string {
  const counter = `${publicUrl}/r/${encodeURIComponent(slug)}`;
  return tableCode === null ? counter : `${counter}/${encodeURIComponent(tableCode)}`;
}
