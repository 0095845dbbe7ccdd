import { Migration } from '@mikro-orm/migrations';

/** How and when what is in a cart is wanted, before it is ordered. */
export class CartWish extends Migration {
  override up(): void {
    this.addSql(`alter table cart add column fulfilment text, add column wished_at timestamptz`);
  }
}
