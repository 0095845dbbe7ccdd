/** The calendar day in a time zone at a moment, as yyyy-mm-dd. */
export function businessDay(timeZone: string, at: Date): string {
  return at.toTemporalInstant().toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
