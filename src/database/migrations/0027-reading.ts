import { Migration } from '@mikro-orm/migrations';

/** As whom something was done: of what happened before, nobody knows. And a restaurant's orders of some stretch of time, by an index. */
export class Reading extends Migration {
  override up(): void {
    this.addSql('alter table event add column actor_kind text null, add column actor_id uuid null');
    this.addSql('create index orders_by_moment on orders (restaurant_id, placed_at)');
  }
}
