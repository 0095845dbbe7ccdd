import { Migration } from '@mikro-orm/migrations';

/**
 * When an order is promised and when it was ready, and what a restaurant has learned of that. Of orders of before nobody knows; the
 * columns may stay empty, because a process of the release before writes without them.
 */
export class Promises extends Migration {
  override up(): void {
    this.addSql(`alter table orders
      add column promised_at timestamptz null,
      add column first_promised_at timestamptz null,
      add column queue_ahead int null,
      add column ready_at timestamptz null`);
    this.addSql('alter table restaurant add column preparation jsonb null');
  }
}
