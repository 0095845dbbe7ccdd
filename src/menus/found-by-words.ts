import { type Sql, sql } from '../database/sql.ts';

/**
 * The condition that every word of a search begins a word of the item, whatever the accents and capitals. A word of four letters or
 * more that begins none on this menu may resemble one instead: margarita is found as Margherita.
 * An array, and a limit that no search reaches: the planner expects few of both, and goes by indexes.
 */
export function foundByWords(restaurantId: string, search: string, withHidden: boolean): Sql {
  return sql`i.id = any(array(
    with asked as materialized (
      select distinct word collate "C" as word
      from regexp_split_to_table(folded(${search}), '[^[:alnum:]]+') as word where word <> '' limit 50
    ), known as materialized (
      select a.word, k.begun from asked a left join lateral (
        select true as begun from menu_word w
        join menu_item x on x.restaurant_id = w.restaurant_id and x.id = w.item_id
        join menu_category y on y.restaurant_id = x.restaurant_id and y.id = x.category_id
        where w.restaurant_id = ${restaurantId} and w.word >= a.word and w.word < a.word || chr(1114111)
          and (${withHidden} or not x.hidden and not y.hidden)
        limit 1
      ) k on true
    )
    select item_id from (
      select k.word, w.item_id from known k
      join menu_word w on w.restaurant_id = ${restaurantId} and w.word >= k.word and w.word < k.word || chr(1114111)
      where k.begun
      union
      select k.word, w.item_id from known k
      join menu_word w on w.restaurant_id = ${restaurantId} and w.word % k.word
      where k.begun is null and length(k.word) >= 4
    ) as found
    group by item_id having count(*) = (select count(*) from asked)
  ))`;
}
