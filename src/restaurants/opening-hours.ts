export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

export type Weekday = (typeof weekdays)[number];

/** HH:MM by the clock on the wall. A `to` that is not after `from` is on the next day; both the same: a whole day. */
export interface OpeningSpan {
  readonly from: string;
  readonly to: string;
}

/** When guests are welcome: a week that repeats, and the days that differ. */
export interface OpeningHours {
  /** A day that is not listed is closed. */
  readonly weekly: readonly { readonly day: Weekday; readonly spans: readonly OpeningSpan[] }[];
  /** What begins on such a date takes the place of what begins on its weekday; nothing: closed. */
  readonly exceptions: readonly { readonly date: string; readonly spans: readonly OpeningSpan[] }[];
}
