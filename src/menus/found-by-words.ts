import { type Sql, sql } from '../database/sql.ts';

/**
 * The condition that every word of a search begins a word of the item, whatever the accents and capitals. A word of four letters or
 * more that begins none on this menu may resemble one instead: margarita is found as Margherita.
 */
export function foundByWords(restaurantId: string, search: string, withHidden: boolean): Sql {
  return sql`i.id in (
    with asked as materialized (
      select distinct word collate "C" as word
      from regexp_split_to_table(folded(${search}), '[^[:alnum:]]+') as word where word <> ''
    ), begun as materialized (
      select a.word, w.item_id from asked a
      join menu_word w on w.restaurant_id = ${restaurantId} and w.word >= a.word and w.word < a.word || chr(1114111)
      join menu_item x on x.restaurant_id = w.restaurant_id and x.id = w.item_id
      join menu_category y on y.restaurant_id = x.restaurant_id and y.id = x.category_id
      where ${withHidden} or not x.hidden and not y.hidden
    ), alike as (
      select a.word, w.item_id from asked a
      join menu_word w on w.restaurant_id = ${restaurantId} and w.word % a.word
      where length(a.word) >= 4 and a.word not in (select word from begun)
    )
    select item_id from (select word, item_id from begun union select word, item_id from alike) as found
    group by item_id having count(*) = (select count(*) from asked)
  )`;
}
