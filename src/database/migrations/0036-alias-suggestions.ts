import { Migration } from '@mikro-orm/migrations';

/** What guests said and then chose by hand: in the cart until it is ordered, and counted after that. */
export class AliasSuggestions extends Migration {
  override up(): void {
    this.addSql('alter table cart add column heard jsonb null');
    this.addSql(`create table alias_suggestion (
      id uuid primary key,
      restaurant_id uuid not null references restaurant (id),
      noun text not null constraint alias_suggestion_noun_check check (noun in ('item', 'variant', 'modifier')),
      entry uuid not null,
      digest text not null,
      phrase text null,
      carts int not null default 1,
      last_cart uuid not null,
      status text not null default 'OPEN' constraint alias_suggestion_status_check check (status in ('OPEN', 'APPROVED', 'DISMISSED')),
      first_seen_at timestamptz not null,
      last_seen_at timestamptz not null,
      ${nouns.map(([noun]) => `${noun}_id uuid null generated always as (case when noun = '${noun}' then entry end) stored`).join(', ')},
      constraint alias_suggestion_once unique (restaurant_id, entry, digest)
    )`);
    for (const [noun, table] of nouns)
      this.addSql(
        `alter table alias_suggestion add foreign key (restaurant_id, ${noun}_id) references ${table} (restaurant_id, id)`,
      );
    this.addSql(`create index alias_suggestion_shown on alias_suggestion (restaurant_id, id)
      where phrase is not null and status = 'OPEN'`);
    this.addSql('create index alias_suggestion_last_seen on alias_suggestion (last_seen_at)');
  }
}

const nouns = [
  ['item', 'menu_item'],
  ['variant', 'menu_variant'],
  ['modifier', 'modifier'],
];
