import type { Scope } from '../database/scoped.ts';
import { sql } from '../database/sql.ts';
import type { Menu } from './menu.ts';
import type { Translations } from './translations.ts';

/** Into which languages anything on the menu is translated; and the names, by their ids, of these entries or of all. */
type MenuNames = Pick<Menu, 'languages' | 'translations' | 'aliases'>;

/** What the entries of a menu are called in other languages and what guests also call them. */
export async function readNames(scope: Scope, only: readonly string[] | null = null): Promise<MenuNames> {
  const row = await scope.row<{
    languages: string[];
    said: Record<string, Translations>;
    called: Record<string, string[]>;
  }>(sql`
    with entry as (
      select id, translations, aliases from (
        select restaurant_id, id, translations, '{}'::text[] as aliases from menu_category where archived_at is null
        union all select restaurant_id, id, translations, aliases from menu_item where archived_at is null
        union all select restaurant_id, id, translations, aliases from menu_variant where archived_at is null
        union all select restaurant_id, id, translations, '{}' from modifier_group where archived_at is null
        union all select restaurant_id, id, translations, aliases from modifier where archived_at is null
      ) as entry
      where restaurant_id = ${scope.restaurantId} and (translations <> '{}' or aliases <> '{}')
    ), wanted as (
      select id, translations, aliases from entry where ${only}::uuid[] is null or id = any(${only}::uuid[])
    )
    select (select coalesce(json_agg(distinct l.language), '[]') from entry e, jsonb_object_keys(e.translations) as l (language)) as languages,
      (select coalesce(json_object_agg(id, translations) filter (where translations <> '{}'), '{}') from wanted) as said,
      (select coalesce(json_object_agg(id, aliases) filter (where aliases <> '{}'), '{}') from wanted) as called`);
  const { languages, said, called } = row!;
  return {
    languages: Object.freeze(languages.sort()),
    translations: new Map(Object.entries(said)),
    aliases: new Map(Object.entries(called)),
  };
}
