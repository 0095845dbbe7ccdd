import { Migration } from '@mikro-orm/migrations';

/** Orders say what of them is tax. Those from before were placed without. */
export class Totals extends Migration {
  override up(): void {
    this.addSql(`alter table orders
      add column subtotal int null,
      add column tax int not null default 0,
      add column tax_per_million int not null default 0,
      add column tax_included boolean not null default true`);
    this.addSql('update orders set subtotal = total');
    this.addSql(`alter table orders
      alter column subtotal set not null,
      alter column tax drop default,
      alter column tax_per_million drop default,
      alter column tax_included drop default`);
  }
}
