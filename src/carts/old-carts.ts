import { type Sql, sql } from '../database/sql.ts';

/** Deletes carts that nobody has touched for so many hours. Asked twice, because one may be touched between the look and the end. */
export function oldCarts(hours: number, most: number): Sql {
  return sql`
    delete from cart where updated_at < now() - make_interval(hours => ${hours}) and id in (
      select id from cart where updated_at < now() - make_interval(hours => ${hours}) limit ${most})
    returning 1`;
}
