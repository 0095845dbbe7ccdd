import { Migration } from '@mikro-orm/migrations';

/** Devices that have signed in are forgotten when a password changes. */
export class People extends Migration {
  override up(): void {
    this.addSql('alter table person add column device_generation int not null default 0');
  }
}
