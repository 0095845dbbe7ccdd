import { Migration } from '@mikro-orm/migrations';

/**
 * When an order was over, which was its last change so far: from then on it is kept for a while, whatever is changed later. What is erased of orders that are over: reasons in words, too, so those that were erased without them are erased again.
 * And every order has a code to follow it by: whoever scanned before there were any may be waiting still.
 */
export class Over extends Migration {
  override up(): void {
    this.addSql('alter table orders add column ended_at timestamptz null');
    this.addSql(
      "update orders set ended_at = updated_at where status in ('COMPLETED', 'REJECTED', 'CANCELLED')",
    );
    this.addSql('drop index orders_personal');
    this.addSql(
      'create index orders_personal on orders (coalesce(ended_at, updated_at)) where personal_erased_at is null',
    );
    this.addSql(`update orders set tracking_code = ${randomCode} where tracking_code is null`);
    this.addSql('alter table orders alter column tracking_code set not null');
    this.addSql(`update orders o set personal_erased_at = null
      where personal_erased_at is not null and (discount is not null or exists (
        select 1 from order_line l where l.restaurant_id = o.restaurant_id and l.order_id = o.id and (l.discount is not null or l.voided > 0)))`);
  }
}

/** 128 random bits, as trackingCode writes them: of the 244 of two random UUIDs. */
const randomCode = `translate(rtrim(encode(substring(
  sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) from 1 for 16), 'base64'), '='), '+/', '-_')`;
