import { Migration } from '@mikro-orm/migrations';

/**
 * Lines that move by themselves, and why an order came to nothing. The defaults stay, because a process of the release before writes
 * without them; lines of orders that are under way stand where their order does.
 */
export class Lines extends Migration {
  override up(): void {
    this.addSql(`alter table cart_line
      add column course int null constraint cart_line_course check (course >= 1 and course <= 9)`);
    this.addSql(`alter table order_line
      add column course int null,
      add column station text null,
      add column status text not null default 'WAITING'
        constraint order_line_status_check check (status in ('WAITING', 'FIRED', 'READY', 'SERVED'))`);
    this.addSql(`alter table orders
      add column reason text null
        constraint orders_reason_check check (reason in
          ('SOLD_OUT', 'TOO_BUSY', 'CLOSING', 'NOT_WANTED', 'UNREACHABLE', 'MISTAKE', 'OTHER')),
      add column reason_note text null`);
    this.addSql(`update order_line l
      set status = case o.status when 'READY' then 'READY' when 'COMPLETED' then 'SERVED' else 'FIRED' end
      from orders o
      where o.restaurant_id = l.restaurant_id and o.id = l.order_id and o.status in ('ACCEPTED', 'PREPARING', 'READY', 'COMPLETED')`);
  }
}
