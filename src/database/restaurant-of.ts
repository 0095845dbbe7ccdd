import type { EntityManager } from '@mikro-orm/core';
import { rows } from './rows.ts';
import type { Sql } from './sql.ts';
import { sql } from './sql.ts';

/** Which restaurant a row belongs to, and nothing else; everything after it is scoped. Null when there is no such row. */
export async function restaurantOf(em: EntityManager, noun: TenantNoun, id: string): Promise<string | null> {
  const [row] = await rows<{ restaurant_id: string }>(em, statements[noun](id));
  return row?.restaurant_id ?? null;
}

/** The nouns that belong to a restaurant and are asked for by id alone. */
export type TenantNoun = keyof typeof statements;

const statements = {
  table: (id: string): Sql => sql`select restaurant_id from restaurant_table where id = ${id}`,
  category: (id: string): Sql => sql`select restaurant_id from menu_category where id = ${id}`,
  item: (id: string): Sql => sql`select restaurant_id from menu_item where id = ${id}`,
  variant: (id: string): Sql => sql`select restaurant_id from menu_variant where id = ${id}`,
  modifierGroup: (id: string): Sql => sql`select restaurant_id from modifier_group where id = ${id}`,
  modifier: (id: string): Sql => sql`select restaurant_id from modifier where id = ${id}`,
  cart: (id: string): Sql => sql`select restaurant_id from cart where id = ${id}`,
  cartLine: (id: string): Sql => sql`select restaurant_id from cart_line where id = ${id}`,
  aliasSuggestion: (id: string): Sql => sql`select restaurant_id from alias_suggestion where id = ${id}`,
  apiKey: (id: string): Sql => sql`select restaurant_id from api_key where id = ${id}`,
  invite: (id: string): Sql => sql`select restaurant_id from invite where id = ${id}`,
  order: (id: string): Sql => sql`select restaurant_id from orders where id = ${id}`,
};
