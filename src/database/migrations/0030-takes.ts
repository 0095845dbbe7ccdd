import { Migration } from '@mikro-orm/migrations';

/** What each piece of a line took of what is counted, to be given back. Lines of before, and of the release before, do not say. */
export class Takes extends Migration {
  override up(): void {
    this.addSql('alter table order_line add column takes jsonb null');
  }
}
