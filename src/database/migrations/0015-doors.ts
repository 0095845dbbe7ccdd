import { Migration } from '@mikro-orm/migrations';

/**
 * A code opens one table that is in use. Partial, because an UPDATE of a column in a whole unique index locks the row against the
 * foreign keys of orders, which hold the counter that the update waits for.
 */
export class TableCodes extends Migration {
  override up(): void {
    this.addSql('alter table restaurant_table drop constraint restaurant_table_code');
    this.addSql(
      'create unique index restaurant_table_code on restaurant_table (code) where archived_at is null',
    );
  }
}
