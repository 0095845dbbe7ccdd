import { scoped } from '../database/scoped.ts';
import { money } from '../money.ts';
import { businessDay } from '../restaurants/business-day.ts';
import type { Restaurant } from '../restaurants/restaurant.entity.ts';
import { assertRole } from '../restaurants/restaurant-access.ts';
import { type Context, remembered } from '../viewer.ts';
import { countFigures } from './count-figures.ts';
import { seesFigures } from './figures-access.ts';
import type { FiguresView } from './figures-view.ts';
import { orderStatuses } from './order-status.ts';

/** How a restaurant's day goes at this moment, for managers and owners. */
export async function findFigures(ctx: Context, restaurant: Restaurant): Promise<FiguresView> {
  const { id, currency, locale } = restaurant;
  await assertRole(ctx, id, seesFigures);
  const at = ctx.now();
  const day = businessDay(restaurant, at);
  const { byStatus, takings, tips, ...counts } = await remembered(ctx, `figures ${id}`, () =>
    countFigures(scoped(ctx.em, id), day, at),
  );
  return {
    ...counts,
    at,
    businessDay: day,
    byStatus: orderStatuses.map((status) => ({ status, count: byStatus[status] ?? 0 })),
    // Money says no more than an Int holds; a sum of many orders does.
    takings: { ...money(takings, currency, locale), amount: takings },
    tips: { ...money(tips, currency, locale), amount: tips },
  };
}
