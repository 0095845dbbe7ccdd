import { Migration } from '@mikro-orm/migrations';

/**
 * What lists and searches of items go by. The database keeps all of it, so that nothing that writes a menu can forget to. Words are
 * rows that begin with their restaurant: the index of a tsvector would find every restaurant's pizzas first.
 */
export class MenuSearch extends Migration {
  override up(): void {
    this.addSql(`alter table menu_item
      add column title_key text collate "C" not null default '',
      add column listed_price int not null default 0,
      add column popularity int not null default 0`);
    this.addSql(`create table menu_word (
      restaurant_id uuid not null,
      item_id uuid not null,
      place int not null,
      word text collate "C" not null,
      primary key (restaurant_id, item_id, place)
    )`);
    this.addSql(
      'alter table menu_word add foreign key (restaurant_id, item_id) references menu_item (restaurant_id, id)',
    );
    this.addSql('create table chore (name text not null, done_at timestamptz not null, primary key (name))');
    for (const statement of [folding, keys, words, prices]) this.addSql(statement);
    this.addSql(`create trigger menu_item_keys before insert or update of title, price on menu_item
      for each row execute function keep_item_keys()`);
    this.addSql(`create trigger menu_item_words after insert or update of title, description, archived_at on menu_item
      for each row execute function keep_item_words()`);
    this.addSql(`create trigger menu_variant_price after insert or update of price, is_default, position, archived_at or delete
      on menu_variant for each row execute function keep_listed_price()`);
    this.addSql('update menu_item set title = title');
    this.addSql('drop index menu_item_of_category');
    for (const [name, of] of Object.entries(indexes)) this.addSql(`create index ${name} on ${of}`);
  }
}

/** unaccent is not immutable, so no generated column may call it; triggers may. */
const folding = `
create function folded(given text) returns text language sql stable strict as
  $$ select lower(unaccent(normalize(given))) $$`;

const keys = `
create function keep_item_keys() returns trigger language plpgsql as $$
begin
  new.title_key := folded(new.title);
  new.listed_price := coalesce((
    select v.price from menu_variant v
    where v.restaurant_id = new.restaurant_id and v.item_id = new.id and v.archived_at is null
    order by v.is_default desc, v.position, v.id limit 1
  ), new.price);
  return new;
end $$`;

const words = `
create function keep_item_words() returns trigger language plpgsql as $$
begin
  delete from menu_word where restaurant_id = new.restaurant_id and item_id = new.id;
  if new.archived_at is null then
    insert into menu_word (restaurant_id, item_id, place, word)
    select new.restaurant_id, new.id, row_number() over (), left(word, 60)
    from (select distinct word from regexp_split_to_table(folded(concat_ws(' ', new.title, new.description)), '[^[:alnum:]]+') word) w
    where word <> '';
  end if;
  return null;
end $$`;

/** The item's own trigger looks the price up. */
const prices = `
create function keep_listed_price() returns trigger language plpgsql as $$
begin
  update menu_item set price = price
  where restaurant_id = coalesce(new.restaurant_id, old.restaurant_id) and id = coalesce(new.item_id, old.item_id);
  return null;
end $$`;

const indexes = {
  menu_item_of_category: 'menu_item (restaurant_id, category_id, position, id)',
  menu_item_by_title: 'menu_item (restaurant_id, title_key, id)',
  menu_item_by_price: 'menu_item (restaurant_id, listed_price, id)',
  menu_item_by_popularity: 'menu_item (restaurant_id, popularity, id)',
  menu_item_featured: 'menu_item (restaurant_id) where featured',
  menu_item_tags: 'menu_item using gin (tags)',
  menu_word_begins: 'menu_word (restaurant_id, word, item_id)',
  menu_word_resembles: 'menu_word using gin (word gin_trgm_ops)',
  orders_placed_at: 'orders using brin (placed_at)',
};
