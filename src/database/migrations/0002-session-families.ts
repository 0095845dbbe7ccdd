import { Migration } from '@mikro-orm/migrations';

/** Refresh tokens made before do not say which family they are of, so their sessions end. */
export class SessionFamilies extends Migration {
  override up(): void {
    this.addSql('delete from session');
    this.addSql('alter table session add column family_hash text not null');
  }
}
