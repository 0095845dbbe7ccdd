import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Fact, Work } from '../events/transact.ts';
import type { Countable } from './countables.ts';

/** Counts down, locking what is counted in id order, and answers with what there is to tell: what has run out now. Throws ITEM_UNAVAILABLE. */
export async function takeStock(tx: Work, pieces: ReadonlyMap<string, number>): Promise<Fact[]> {
  if (pieces.size === 0) return [];
  const stocks = await tx.rows<{ id: string; noun: Countable; remaining: number }>(sql`
    select id, noun, remaining from stock
    where restaurant_id = ${tx.restaurantId} and id = any(${[...pieces.keys()]}::uuid[]) order by id for update`);
  const short = stocks.filter(({ id, remaining }) => remaining < pieces.get(id)!);
  if (short.length > 0) {
    const fields = short.map(({ id, noun, remaining }) => ({
      path: `${noun}s.${id}`,
      message: `Only ${remaining} left.`,
    }));
    throw new Refusal('ITEM_UNAVAILABLE', 'There are not enough left.', { fields });
  }
  const left = stocks.map(({ id, noun, remaining }) => ({
    id,
    noun,
    remaining: remaining - pieces.get(id)!,
  }));
  await tx.rows(sql`
    update stock s set remaining = n.remaining
    from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as n (id uuid, remaining int)
    where s.restaurant_id = ${tx.restaurantId} and s.id = n.id`);
  return left
    .filter(({ remaining }) => remaining === 0)
    .map(({ id, noun }) => ({ kind: `menu.${noun}-86ed`, subject: id }));
}
