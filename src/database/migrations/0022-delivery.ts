import { Migration } from '@mikro-orm/migrations';

/** Who brings an order, why that failed, and the code by which anybody follows it. Orders of before have no code. */
export class Delivery extends Migration {
  override up(): void {
    this.addSql('alter table restaurant add column self_assignment boolean not null default false');
    this.addSql(`alter table orders
      add column courier_id uuid null references person (id),
      add column delivery_failure jsonb null,
      add column tracking_code text null`);
    this.addSql('alter table orders drop constraint orders_status_check');
    this.addSql(`alter table orders add constraint orders_status_check check (status in ('PLACED', 'ACCEPTED', 'PREPARING', 'READY',
      'OUT_FOR_DELIVERY', 'RETURNED', 'COMPLETED', 'REJECTED', 'CANCELLED'))`);
    this.addSql('create index orders_of_courier on orders (courier_id, id)');
    this.addSql('create unique index orders_tracking_code on orders (tracking_code)');
  }
}
