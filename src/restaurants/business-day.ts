/** The calendar day in a time zone at this moment, as yyyy-mm-dd. */
export function businessDay(timeZone: string): string {
  return Temporal.Now.plainDateISO(timeZone).toString();
}
