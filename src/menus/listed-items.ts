import { sql } from '../database/sql.ts';

/** What lists of items read from: items `i` of categories `c`, with what is left `s` of those that are counted. */
export const listedItems = sql`
  from menu_item i
  join menu_category c on c.restaurant_id = i.restaurant_id and c.id = i.category_id
  left join stock s on s.restaurant_id = i.restaurant_id and s.id = i.id
  where`;
