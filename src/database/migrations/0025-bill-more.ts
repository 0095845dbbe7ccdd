import { Migration } from '@mikro-orm/migrations';

/** Who of those at the table had it, so that each can pay for that. */
export class BillMore extends Migration {
  override up(): void {
    this.addSql('alter table order_line add column seat int null');
  }
}
