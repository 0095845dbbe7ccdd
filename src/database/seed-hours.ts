import type { OpeningHours, OpeningSpan } from '../restaurants/opening-hours.ts';

const lunch: OpeningSpan = { from: '12:30', to: '16:00' };
const dinner: OpeningSpan = { from: '19:30', to: '23:30' };
const lateDinner: OpeningSpan = { from: '19:30', to: '00:30' };

/** When the demo restaurant is open: not on Mondays, late at weekends, and otherwise at the end of this year. */
export function seedHours(year: number): OpeningHours {
  return {
    weekly: [
      { day: 'TUESDAY', spans: [lunch, dinner] },
      { day: 'WEDNESDAY', spans: [lunch, dinner] },
      { day: 'THURSDAY', spans: [lunch, dinner] },
      { day: 'FRIDAY', spans: [lunch, lateDinner] },
      { day: 'SATURDAY', spans: [lunch, lateDinner] },
      { day: 'SUNDAY', spans: [lunch, dinner] },
    ],
    exceptions: [
      { date: `${year}-12-24`, spans: [lunch] },
      { date: `${year}-12-25`, spans: [] },
      { date: `${year}-12-31`, spans: [lunch, { from: '20:00', to: '02:00' }] },
    ],
  };
}
