import { sql } from '../database/sql.ts';
import { type Fact, transact, type Work } from '../events/transact.ts';
import type { Context, HouseRules } from '../viewer.ts';
import { lockRestaurant } from './lock-restaurant.ts';
import type { Restaurant } from './restaurant.entity.ts';
import { assertRole, owns } from './restaurant-access.ts';

/** Guests find it no more, their visits end, nothing new is ordered; its staff finish what is there. Again: nothing more happens. */
export async function archiveRestaurant(ctx: Context, id: string): Promise<Restaurant> {
  await assertRole(ctx, id, owns);
  return transact(ctx, id, async (tx) => {
    const restaurant = await lockRestaurant(tx);
    if (restaurant.archivedAt) return restaurant;
    restaurant.archivedAt = new Date();
    await tx.tell([{ kind: 'restaurant.archived', subject: id }, ...(await endAllVisits(tx, ctx.rules))]);
    return restaurant;
  });
}

/** Those that have ended by themselves stay as they are: there may be years of them. */
async function endAllVisits(tx: Work, { visitIdleMinutes }: HouseRules): Promise<Fact[]> {
  const idle = `${visitIdleMinutes} minutes`;
  const ended = await tx.rows<{ id: string }>(sql`
    update visit set ended_at = now()
    where restaurant_id = ${tx.restaurantId} and ended_at is null and used_at > now() - ${idle}::interval
    returning id`);
  return ended.map(({ id }) => ({ kind: 'visit.ended', subject: id }));
}
