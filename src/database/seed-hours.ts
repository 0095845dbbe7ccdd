import { type OpeningHours, weekdays } from '../restaurants/opening-hours.ts';

/** The demo restaurant never closes, so that an order can be tried at any hour. */
export const seedHours: OpeningHours = {
  weekly: weekdays.map((day) => ({ day, spans: [{ from: '00:00', to: '00:00' }] })),
  exceptions: [],
};
