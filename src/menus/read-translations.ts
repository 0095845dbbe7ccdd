import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import type { Translations } from './translations.ts';

/** What the entries of a menu are called in other languages, by their ids. */
export async function readTranslations(scope: Scope): Promise<ReadonlyMap<string, Translations>> {
  const said = await scope.rows<{ id: string; translations: Translations }>(sql`
    select id, translations from (
      select restaurant_id, id, translations from menu_category where archived_at is null
      union all select restaurant_id, id, translations from menu_item where archived_at is null
      union all select restaurant_id, id, translations from menu_variant where archived_at is null
      union all select restaurant_id, id, translations from modifier_group where archived_at is null
      union all select restaurant_id, id, translations from modifier where archived_at is null
    ) as entry
    where restaurant_id = ${scope.restaurantId} and translations <> '{}'`);
  return new Map(said.map(({ id, translations }) => [id, translations]));
}
