import { Migration } from '@mikro-orm/migrations';

/**
 * Rates of tax, service, tips, discounts and voids, each written down where it is frozen. The defaults stay, because a process of
 * the release before writes without them.
 */
export class BillColumns extends Migration {
  override up(): void {
    this.addSql(`alter table restaurant
      add column tax_classes jsonb not null default '[]',
      add column service_per_million int not null default 0,
      add column service_dine_in_only boolean not null default true,
      add column tips_allowed boolean not null default true,
      add column additions_until text not null default 'PREPARING'
        constraint restaurant_additions_until_check check (additions_until in ('NEVER', 'PLACED', 'ACCEPTED', 'PREPARING'))`);
    this.addSql('alter table cart add column tip jsonb null');
    this.addSql(`alter table orders
      add column discount jsonb null,
      add column discounts int not null default 0,
      add column service_per_million int not null default 0,
      add column service int not null default 0,
      add column tip int not null default 0,
      add column taxes jsonb not null default '[]'`);
    this.addSql(`alter table order_line
      add column round int not null default 1,
      add column tax_per_million int not null default 0,
      add column discount jsonb null,
      add column voided int not null default 0,
      add column voids jsonb not null default '[]',
      add constraint order_line_voided check (voided >= 0 and voided <= quantity)`);
    this.addSql(`update orders set taxes =
      jsonb_build_array(jsonb_build_object('perMillion', tax_per_million, 'base', subtotal, 'tax', tax))`);
    this.addSql(`update order_line l set tax_per_million = o.tax_per_million
      from orders o where o.restaurant_id = l.restaurant_id and o.id = l.order_id`);
  }
}
