import { Migration } from '@mikro-orm/migrations';

/** What a menu says beyond names and prices; whatever is on it may be 86ed for a while and counted down. */
export class MenuModel extends Migration {
  override up(): void {
    this.addSql('alter table menu_category add column windows jsonb null');
    this.addSql(`alter table menu_item
      add column image text null,
      add column tax_class text null,
      add column station text null,
      add column windows jsonb null,
      add column sold_out_until timestamptz null`);
    this.addSql(`alter table menu_variant
      add column sold_out boolean not null default false,
      add column sold_out_until timestamptz null`);
    this.addSql(`alter table modifier
      add column max_per_line int not null default 1,
      add column sold_out_until timestamptz null`);
    this.addSql('alter table item_modifier_group add column min int null, add column max int null');
    this.addSql('alter table cart_line_modifier add column quantity int not null default 1');
    this.countAnything();
  }

  /** Processes of the version before go on counting items down in the same rows, by the name they know. */
  private countAnything(): void {
    this.addSql('alter table item_stock rename to stock');
    this.addSql('alter table stock rename column item_id to id');
    this.addSql('alter table stock rename constraint item_stock_pkey to stock_pkey');
    this.addSql('alter table stock rename constraint item_stock_not_negative to stock_not_negative');
    this.addSql('alter index item_stock_within rename to stock_within');
    this.addSql('alter table stock drop constraint item_stock_restaurant_id_item_id_fkey');
    this.addSql(`alter table stock add column noun text not null default 'item'`);
    for (const [noun, table] of Object.entries(counted)) {
      this.addSql(
        `alter table stock add column ${noun}_id uuid null generated always as (case when noun = '${noun}' then id end) stored`,
      );
      this.addSql(
        `alter table stock add foreign key (restaurant_id, ${noun}_id) references ${table} (restaurant_id, id)`,
      );
    }
    this.addSql(
      `alter table stock add constraint stock_noun_check check (noun in ('item', 'variant', 'modifier'))`,
    );
    this.addSql(
      `create view item_stock as select id as item_id, restaurant_id, remaining from stock where noun = 'item'`,
    );
  }
}

const counted = { item: 'menu_item', variant: 'menu_variant', modifier: 'modifier' };
