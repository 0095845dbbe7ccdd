import { randomUUIDv7 } from 'node:crypto';
import type { BenchDatabase } from './database.ts';
import type { Written } from './write-restaurant.ts';

export interface WrittenCart {
  readonly id: string;
  readonly version: number;
  readonly visitId: string;
}

/** Guests at the restaurant's table, each with a cart of three lines: a plain one, one with an extra, one without what it comes with. */
export async function writeCarts(
  database: BenchDatabase,
  { id: restaurant_id, tableId: table_id, items }: Written,
  count: number,
): Promise<WrittenCart[]> {
  const at = new Date();
  const visits = Array.from({ length: count }, () => ({
    id: randomUUIDv7(),
    restaurant_id,
    table_id,
    started_at: at,
    used_at: at,
  }));
  await database.write('visit', visits);
  const carts = visits.map(({ id: visit_id }) => ({
    id: randomUUIDv7(),
    restaurant_id,
    owner_key: `visit:${visit_id}`,
    visit_id,
    table_id,
    version: 2,
    created_at: at,
    updated_at: at,
  }));
  await database.write('cart', carts);
  const lines = carts.flatMap(({ id: cart_id }, index) =>
    [0, 1, 2].map((place) => {
      const item = items[(index * 3 + place) % items.length]!;
      const line = {
        id: randomUUIDv7(),
        restaurant_id,
        cart_id,
        item_id: item.id,
        variant_id: item.variantIds[2],
      };
      const modifier_id = item.modifierIds[place === 1 ? 1 : 0];
      return { ...line, quantity: 1 + place, choice_key: String(place), place, modifier_id };
    }),
  );
  await database.write(
    'cart_line',
    lines.map(({ place: _, modifier_id: __, ...line }) => line),
  );
  await database.write(
    'cart_line_modifier',
    lines
      .filter(({ place }) => place > 0)
      .map(({ id: line_id, modifier_id, place }) => ({
        restaurant_id,
        line_id,
        modifier_id,
        wanted: place === 1,
      })),
  );
  return carts.map(({ id, version, visit_id: visitId }) => ({ id, version, visitId }));
}
