import { Migration } from '@mikro-orm/migrations';

/** Who reads what guests order in their own words: as until now, nobody outside. */
export class ParsingModeColumn extends Migration {
  override up(): void {
    this.addSql(`alter table restaurant add column parsing_mode text not null default 'IN_PROCESS'
      constraint restaurant_parsing_mode_check check (parsing_mode in ('IN_PROCESS', 'MODEL', 'BOTH'))`);
  }
}
