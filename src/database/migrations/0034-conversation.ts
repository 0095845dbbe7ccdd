import { Migration } from '@mikro-orm/migrations';

/** What a guest's last words were about, and what nobody who cooks for them may forget. */
export class ConversationColumns extends Migration {
  override up(): void {
    this.addSql(
      `alter table cart add column about uuid[] not null default '{}', add column allergies jsonb not null default '[]'`,
    );
    this.addSql(`alter table orders add column allergies jsonb not null default '[]'`);
  }
}
