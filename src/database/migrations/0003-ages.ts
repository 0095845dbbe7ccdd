import { Migration } from '@mikro-orm/migrations';

/** What is old is found by its age: events lie in the order of theirs, so a BRIN of a few pages is enough. */
export class Ages extends Migration {
  override up(): void {
    this.addSql('create index event_at on event using brin (at)');
    this.addSql('create index idempotency_key_created_at on idempotency_key (created_at)');
  }
}
