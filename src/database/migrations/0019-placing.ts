import { Migration } from '@mikro-orm/migrations';

/** How, where and when an order is handed over, and what a restaurant offers of that. */
export class Placing extends Migration {
  override up(): void {
    this.addSql(`alter table restaurant
      add column fulfilments text[] not null default '{DINE_IN,PICKUP}',
      add column orders_per_quarter_hour int null,
      add column day_starts_at text not null default '00:00'`);
    this.addSql(`alter table orders
      add column customer_name text null,
      add column phone text null,
      add column address jsonb null,
      add column note text null,
      add column wished_at timestamptz null,
      add column personal_erased_at timestamptz null`);
    this.addSql('alter table orders drop constraint orders_fulfilment_check');
    this.addSql(
      "alter table orders add constraint orders_fulfilment_check check (fulfilment in ('DINE_IN', 'PICKUP', 'DELIVERY'))",
    );
    this.addSql('create index orders_personal on orders (updated_at) where personal_erased_at is null');
  }
}
