import { Migration } from '@mikro-orm/migrations';

/** Admins of the platform find people by a part of a name or an address. */
export class Search extends Migration {
  override up(): void {
    this.addSql('create index person_search on person using gin (name gin_trgm_ops, email_key gin_trgm_ops)');
  }
}
