import { rows } from '../../src/database/rows.ts';
import { sql } from '../../src/database/sql.ts';

type Manager = Parameters<typeof rows>[0];

export interface ForeignKey {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
  /** The columns they refer to, in the same order. */
  readonly references: readonly string[];
}

/** Every foreign key of a database. */
export function foreignKeys(em: Manager): Promise<ForeignKey[]> {
  return rows<ForeignKey>(
    em,
    sql`
    select c.conname as name, c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to",
      (select json_agg(a.attname order by k.place) from unnest(c.conkey) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as columns,
      (select json_agg(a.attname order by k.place) from unnest(c.confkey) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as "references"
    from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
    order by c.conname`,
  );
}

/** A key compares restaurants when its restaurant_id has to be the other row's restaurant_id. */
export function comparesRestaurants({ columns, references }: ForeignKey): boolean {
  const place = columns.indexOf('restaurant_id');
  return place >= 0 && references[place] === 'restaurant_id';
}
