import { Migration } from '@mikro-orm/migrations';

/** Menus in several languages, each entry with the name that another system knows it by; items in the order of their categories. */
export class MenuLanguages extends Migration {
  override up(): void {
    for (const table of entries) {
      this.addSql(`alter table ${table}
        add column translations jsonb not null default '{}',
        add column ref text null`);
      this.addSql(`alter table ${table} add constraint ${table}_ref unique (restaurant_id, ref)`);
    }
    this.addSql('alter table menu_item add column category_position int not null default 0');
    for (const statement of [keys, words, positions]) this.addSql(statement);
    this.addSql('drop trigger menu_item_keys on menu_item');
    this.addSql(`create trigger menu_item_keys before insert or update of title, price, category_id on menu_item
      for each row execute function keep_item_keys()`);
    this.addSql('drop trigger menu_item_words on menu_item');
    this.addSql(`create trigger menu_item_words
      after insert or update of title, description, translations, archived_at on menu_item
      for each row execute function keep_item_words()`);
    this.addSql(`create trigger menu_category_position after update of position on menu_category
      for each row execute function keep_category_position()`);
    this.addSql('update menu_item set title = title');
    this.addSql(`create index menu_item_by_position on menu_item
      (restaurant_id, category_position, category_id, position, id)`);
  }
}

const entries = ['menu_category', 'menu_item', 'menu_variant', 'modifier_group', 'modifier'];

const keys = `
create or replace function keep_item_keys() returns trigger language plpgsql as $$
begin
  new.title_key := folded(new.title);
  new.listed_price := coalesce((
    select v.price from menu_variant v
    where v.restaurant_id = new.restaurant_id and v.item_id = new.id and v.archived_at is null
    order by v.is_default desc, v.position, v.id limit 1
  ), new.price);
  new.category_position := coalesce((
    select c.position from menu_category c where c.restaurant_id = new.restaurant_id and c.id = new.category_id
  ), 0);
  return new;
end $$`;

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
      ))), '[^[:alnum:]]+') word
    ) w
    where word <> '';
  end if;
  return null;
end $$`;

const positions = `
create function keep_category_position() returns trigger language plpgsql as $$
begin
  update menu_item set category_position = new.position
  where restaurant_id = new.restaurant_id and category_id = new.id and category_position <> new.position;
  return null;
end $$`;
