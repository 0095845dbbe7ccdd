import { Migration } from '@mikro-orm/migrations';

/** What guests also call what is on the menu. */
export class Aliases extends Migration {
  override up(): void {
    for (const table of ['menu_item', 'menu_variant', 'modifier'])
      this.addSql(`alter table ${table} add column aliases text[] not null default '{}'`);
  }
}
