import { Migration } from '@mikro-orm/migrations';

/** Items are found by what guests also call them. */
export class AliasWords extends Migration {
  override up(): void {
    this.addSql(words);
    this.addSql('drop trigger menu_item_words on menu_item');
    this.addSql(`create trigger menu_item_words
      after insert or update of title, description, translations, aliases, archived_at on menu_item
      for each row execute function keep_item_words()`);
    this.addSql(`update menu_item set aliases = aliases where aliases <> '{}'`);
  }
}

const words = `
create or replace function keep_item_words() returns trigger language plpgsql as $$
begin
  delete from menu_word where restaurant_id = new.restaurant_id and item_id = new.id;
  if new.archived_at is null then
    insert into menu_word (restaurant_id, item_id, place, word)
    select new.restaurant_id, new.id, row_number() over (), left(word, 60)
    from (
      select distinct word from regexp_split_to_table(folded(concat_ws(' ', new.title, new.description, (
        select string_agg(concat_ws(' ', said.value ->> 'title', said.value ->> 'description'), ' ')
        from jsonb_each(new.translations) said
      ), array_to_string(new.aliases, ' '))), '[^[:alnum:]]+') word
    ) w
    where word <> '';
  end if;
  return null;
end $$`;
