import { sql } from '../database/sql.ts';
import { Refusal } from '../errors.ts';
import type { Fact, Work } from '../events/transact.ts';
import type { Countable } from './countables.ts';

/**
 * Counts down, locking what is counted in id order, and answers with what there is to tell: what has run out now. Throws
 * ITEM_UNAVAILABLE. One statement: what it counts down from is what it has locked, however many others wait for the same rows.
 */
export async function takeStock(tx: Work, pieces: ReadonlyMap<string, number>): Promise<Fact[]> {
  if (pieces.size === 0) return [];
  const wanted = [...pieces].map(([id, taken]) => ({ id, taken }));
  const stocks = await tx.rows<{ id: string; noun: Countable; remaining: number; taken: number }>(sql`
    with counted as materialized (
      select s.id, s.noun, s.remaining, w.taken
      from stock s join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (id uuid, taken int) on w.id = s.id
      where s.restaurant_id = ${tx.restaurantId} order by s.id for update of s
    ), taken as (
      update stock s set remaining = c.remaining - c.taken
      from counted c
      where s.restaurant_id = ${tx.restaurantId} and s.id = c.id
        and not exists (select 1 from counted where counted.remaining < counted.taken)
      returning s.id
    )
    select id, noun, remaining, taken from counted`);
  const short = stocks.filter(({ remaining, taken }) => remaining < taken);
  if (short.length > 0) {
    const fields = short.map(({ id, noun, remaining }) => ({
      path: `${noun}s.${id}`,
      message: `Only ${remaining} left.`,
    }));
    throw new Refusal('ITEM_UNAVAILABLE', 'There are not enough left.', { fields });
  }
  return stocks
    .filter(({ remaining, taken }) => remaining === taken)
    .map(({ id, noun }) => ({ kind: `menu.${noun}-86ed`, subject: id }));
}
