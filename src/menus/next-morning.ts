import { businessDay } from '../restaurants/business-day.ts';
import { findRestaurant } from '../restaurants/find-restaurant.ts';
import { openingAt } from '../restaurants/opening-at.ts';
import type { Context } from '../viewer.ts';

/** When a restaurant opens on its next business day; where the hours do not say, when that day begins. */
export async function nextMorning(ctx: Context, restaurantId: string): Promise<Date> {
  const restaurant = await findRestaurant(ctx, restaurantId);
  const { timeZone, dayStartsAt: plainTime, openingHours } = restaurant;
  const tomorrow = Temporal.PlainDate.from(businessDay(restaurant, ctx.now())).add({ days: 1 });
  const begins = tomorrow.toZonedDateTime({ timeZone, plainTime }).toInstant();
  const { open, until } = openingAt(openingHours, timeZone, begins);
  return new Date((open ? begins : (until ?? begins)).epochMilliseconds);
}
