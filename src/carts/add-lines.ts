import { randomUUIDv7 } from 'node:crypto';
import { sql } from '../database/sql.ts';
import { notFound, Refusal } from '../errors.ts';
import type { Work } from '../events/transact.ts';
import { type Choice, priceChoice } from '../menus/price-choice.ts';
import { readDishes } from '../menus/read-dishes.ts';
import { assertNotFull } from './assert-not-full.ts';
import { assertPayable } from './assert-payable.ts';
import type { OwnCart } from './cart-access.ts';
import { choiceKey } from './choice-key.ts';

export interface NewLine extends Choice {
  /** Of a line that it takes the place of. */
  readonly id?: string;
  /** 1..99 */
  readonly quantity: number;
  readonly note: string | null;
  /** 1 to 9; null: it belongs to none and comes at once. */
  readonly course: number | null;
}

/**
 * Puts lines into a cart that this transaction has taken, wanted `at` that moment, and answers with the ids under which they stand there. The same choice adds
 * up; another is another line.
 * Throws NOT_FOUND, ITEM_UNAVAILABLE, OUTSIDE_WINDOW or CHOICE_INVALID for a line that may not be ordered, CART_FULL.
 */
export async function addLines(
  tx: Work,
  { id: cartId, member }: Pick<OwnCart, 'id' | 'member'>,
  lines: readonly NewLine[],
  { at, unfinished }: { readonly at: Date; readonly unfinished: boolean },
): Promise<string[]> {
  const dishes = await readDishes(
    tx,
    lines.map(({ itemId }) => itemId),
    at,
  );
  const ids = idsInOrder(lines.length);
  const rows = lines.map((line, index) => {
    const dish = dishes.get(line.itemId);
    const priced = priceChoice(dish?.offMenu ? undefined : dish, line);
    refuse(priced.problem, index, unfinished);
    assertPayable(priced.unitPrice);
    return {
      ...line,
      id: line.id ?? ids[index]!,
      variantId: priced.variantId,
      unitPrice: priced.unitPrice,
      addedBy: member,
      choiceKey: choiceKey(line, priced.variantId, member),
    };
  });
  const kept = await insertLines(tx, cartId, addUp(rows));
  await assertNotFull(tx, cartId);
  return rows.map((row) => kept.get(row.choiceKey)!);
}

/** Ids made within one millisecond do not rise by themselves, and lines are shown in the order of theirs. */
function idsInOrder(count: number): string[] {
  return Array.from({ length: count }, () => randomUUIDv7()).sort();
}

/** A spoken line may still lack a required choice: it waits in the cart, and placing refuses it. */
function refuse(
  problem: ReturnType<typeof priceChoice>['problem'],
  index: number,
  unfinished: boolean,
): void {
  if (!problem || (unfinished && problem.code === 'CHOICE_INVALID')) return;
  if (problem.code === 'NOT_FOUND') throw notFound();
  throw new Refusal(problem.code, problem.message, {
    fields: [{ path: `lines.${index}`, message: problem.message }],
    ...(problem.availableAt ? { availableAt: problem.availableAt.toISOString() } : {}),
  });
}

interface LineRow extends NewLine {
  readonly id: string;
  readonly unitPrice: number;
  readonly addedBy: number | null;
  readonly choiceKey: string;
}

/** Equal choices within one call, so that the insert meets each key once. */
function addUp(rows: readonly LineRow[]): LineRow[] {
  const byKey = Map.groupBy(rows, (row) => row.choiceKey);
  return [...byKey.values()].map((same) => ({
    ...same[0]!,
    quantity: same.reduce((sum, { quantity }) => sum + quantity, 0),
  }));
}

/** The id under which each choice stands. */
async function insertLines(
  tx: Work,
  cartId: string,
  lines: readonly LineRow[],
): Promise<Map<string, string>> {
  const kept = await tx.rows<{ id: string; choiceKey: string }>(sql`
    insert into cart_line as l (id, restaurant_id, cart_id, item_id, variant_id, quantity, note, course, choice_key, unit_price, added_by)
    select n.id, ${tx.restaurantId}, ${cartId}, n."itemId", n."variantId", n.quantity, n.note, n.course, n."choiceKey",
      n."unitPrice", n."addedBy"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as n (id uuid, "itemId" uuid, "variantId" uuid, quantity int, note text, course int, "choiceKey" text,
        "unitPrice" int, "addedBy" int)
    order by n.id
    on conflict (restaurant_id, cart_id, choice_key) do update
      set quantity = l.quantity + excluded.quantity, unit_price = excluded.unit_price
      where l.restaurant_id = ${tx.restaurantId}
    returning l.id, l.choice_key as "choiceKey"`);
  const ids = new Map(kept.map(({ id, choiceKey: stood }) => [stood, id]));
  const fresh = new Set(kept.map(({ id }) => id));
  const modifiers = lines
    .filter(({ id }) => fresh.has(id))
    .flatMap(({ id, withIds, withoutIds }) => [
      ...Map.groupBy(withIds, (modifierId) => modifierId)
        .entries()
        .map(([modifierId, { length }]) => ({ lineId: id, modifierId, wanted: true, quantity: length })),
      ...withoutIds.map((modifierId) => ({ lineId: id, modifierId, wanted: false, quantity: 1 })),
    ]);
  if (modifiers.length === 0) return ids;
  await tx.rows(sql`
    insert into cart_line_modifier (restaurant_id, line_id, modifier_id, wanted, quantity)
    select r.restaurant_id, n."lineId", n."modifierId", n.wanted, n.quantity
    from jsonb_to_recordset(${JSON.stringify(modifiers)}::jsonb)
      as n ("lineId" uuid, "modifierId" uuid, wanted boolean, quantity int)
    cross join (select ${tx.restaurantId}::uuid as restaurant_id) r where r.restaurant_id = ${tx.restaurantId}`);
  return ids;
}
