import { Migration } from '@mikro-orm/migrations';

/**
 * What a restaurant says of itself, and every slug it ever had. The key on restaurant.slug goes: an UPDATE of a column in a
 * unique index locks the row against the foreign keys of orders, which hold the counter that the update waits for.
 */
export class House extends Migration {
  override up(): void {
    this.addSql('alter table restaurant drop constraint restaurant_slug');
    this.addSql('create index restaurant_current_slug on restaurant (slug)');
    this.addSql(`create table restaurant_slug (
      slug text not null,
      restaurant_id uuid not null,
      primary key (slug)
    )`);
    this.addSql('create index restaurant_slug_of on restaurant_slug (restaurant_id)');
    this.addSql('alter table restaurant_slug add foreign key (restaurant_id) references restaurant (id)');
    this.addSql('insert into restaurant_slug (slug, restaurant_id) select slug, id from restaurant');
    this.addSql(`alter table restaurant
      add column version int not null default 1,
      add column tax_per_million int not null default 0,
      add column prices_include_tax boolean not null default true,
      add column auto_accept boolean not null default false,
      add column opening_hours jsonb null,
      add column paused_at timestamptz null,
      add column paused_until timestamptz null,
      add column pause_reason text null`);
  }
}
