import { type Means, transact } from '../events/transact.ts';
import type { JobPayload } from '../jobs/job.entity.ts';
import type { Countable } from './countables.ts';
import { lockStock } from './lock-stock.ts';
import { menuNouns } from './menu-nouns.ts';
import type { Sellable } from './on-menu.ts';
import { tellStock } from './tell-stock.ts';

/**
 * The job of the moment until which something was 86ed: writes down that it is back and tells it. By the clock it may be ordered
 * already. One that has another end by now, or none, is left to that.
 */
export async function putBack(means: Means, payload: JobPayload): Promise<void> {
  const { restaurantId, noun, id, until } = payload as unknown as Due;
  await transact(means, restaurantId, async (tx) => {
    const thing = await tx.em.findOne<Sellable>(menuNouns[noun] as never, { id } as never);
    if (!thing?.soldOut || thing.soldOutUntil?.toISOString() !== until) return;
    thing.soldOut = false;
    thing.soldOutUntil = null;
    const shows = (await lockStock(tx, id)) === 0 ? null : 'back';
    await tellStock(tx, { kind: 'released', noun, id, shows });
  });
}

interface Due {
  readonly restaurantId: string;
  readonly noun: Countable;
  readonly id: string;
  readonly until: string;
}
